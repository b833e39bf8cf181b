/** Bounds on what people may send. The schema, the proxy, the form and the tests all read them from here. */
export const LIMITS = {
  /** Characters in a title. A heading longer than this wraps over three lines on a laptop. */
  titleLength: 200,
  /** Characters in a prose section: about 3,500 words, well inside Nova Micro's window with room to answer. */
  sectionLength: 20_000,
  /** Characters in a timeline entry, an action item, a service name or an owner's name. */
  lineLength: 2_000,
  serviceLength: 200,
  tagLength: 60,
  tags: 20,
  timelineEntries: 500,
  actionItems: 200,
  editors: 50,
  /** People who took part in an incident or in writing it up. */
  people: 100,
  templateName: 80,
  /** Sections of one document: more than there are is a mistake. */
  layout: 40,
  /**
   * Bytes of UTF-8 in a whole document. DynamoDB takes 400 KB an item, names, owner and editors included:
   * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html
   */
  documentBytes: 380_000,
} as const;
