/** A question on the shared cases: words that a right answer has in it, or null where no case answers. */
export interface ArchiveQuestion {
  question: string;
  /** Every right answer has one of these, letter for letter; null for a question without an answer. */
  says: readonly string[] | null;
}

const asked = (question: string, ...says: string[]): ArchiveQuestion => ({ question, says });
const unanswered = (question: string): ArchiveQuestion => ({ question, says: null });

/** The thresholds of the offline answerer were chosen on these. */
export const SEEN: readonly ArchiveQuestion[] = [
  asked('Why were EKS nodes deleted from the manager cluster?', 'terraform destroy'),
  asked('How long did the master node replacement wait for a c4.4xlarge instance?', '40 minutes'),
  asked(
    'Which environment variable caused the certificate to be applied to the wrong cluster?',
    'KUBE_CONFIG',
  ),
  asked('Who reported the Prometheus healthcheck as down?', 'Pingdom'),
  asked('Why did the Prometheus server need more memory?', 'namespaces'),
  asked(
    'What destroyed the subnet route table associations?',
    'destroyed subnet route table',
    'queued PR',
    'queued up to run',
  ),
  asked(
    'How were the route table associations restored?',
    'rebuilt by running Terraform apply',
    'terraform apply to rebuild',
  ),
  asked('When did the node run out of memory on mybinder?', '16:22', '0:59'),
  asked('What fixed the NGINX crash?', 'Deleted the'),
  asked('How long was the outage when the ingress-controller pods were cordoned?', '40min'),
  asked('Why did the chia.net site not redeploy?', 'bug in the'),
  asked('How was the Okta account compromised?', 'LinkedIn', 'malicious'),
  asked('How many teams were affected by the surveys SDK bug?', '305 teams'),
  asked('Which SDK version introduced the dependency on isDisabled?', '1.270.0'),
  asked('What was the impact of the ModSec ingress controller erroring?', 'No users reported', 'one pod'),
  unanswered('Why did the Kafka brokers lose their leader?'),
  unanswered('How much money did the payment outage cost?'),
  unanswered('Who is the chief executive of the company?'),
  unanswered('When was the Redis cluster migrated to Valkey?'),
  unanswered('What is the capital of Australia?'),
  unanswered('How do I reset my laptop password?'),
  unanswered('Why was the Cassandra cluster slow in Frankfurt?'),
  unanswered('Which customers asked for a refund?'),
  unanswered('How many database connections were open in Postgres?'),
  unanswered('What did the weather do on the day of the incident?'),
];

/** The thresholds were measured on these, and not looked at before. */
export const UNSEEN: readonly ArchiveQuestion[] = [
  asked('What do we suspect was the cause of the Prometheus outage in February 2020?', 'networking issue'),
  asked('Why was the cluster running on 2 out of 3 master nodes?', 'c4.4xlarge', 'master nodes'),
  asked('Which instance type replaced the master nodes?', 'c5.4xlarge'),
  asked('What was the default certificate of the live cluster changed to?', 'yy-1003-0100'),
  asked('What did CircleCI advise after the security alert?', 'rotated immediately'),
  asked('Why were service-accounts a wider problem in the CircleCI incident?', 'shared between namespaces'),
  asked(
    'How was the Prometheus memory problem resolved?',
    'double the cpu and memory',
    'Updating the node type',
  ),
  asked('When did the Prometheus pod go into terminating state?', '14:09'),
  asked('Why did the proxy break on mybinder?', 'run out of memory'),
  asked('How many times had the proxy pods been restarted?', '13 times'),
  asked('How did we notice that Binder was down?', 'stackdriver', 'Stackdriver'),
  asked('When was the site repo branch Master renamed to Main?', '04:49'),
  asked('Who locked the Okta account?', 'IPS locked'),
  asked('Why was the attacker not able to log in?', 'MFA'),
  asked('How long was the detection delay of the surveys bug?', '4 hours 14 minutes', '4+ hour'),
  unanswered('Why did the Elasticsearch shards go red?'),
  unanswered('How many engineers were paged during the CircleCI incident?'),
  unanswered('Who approved the budget for new servers?'),
  unanswered('When does the next release ship?'),
  unanswered('What is the phone number of the on-call engineer?'),
  unanswered('Why did the iOS app crash on launch?'),
  unanswered('How was the DNSSEC key rolled over?'),
  unanswered('What did Azure support say about the outage?'),
  unanswered('Which hotel did the team stay in?'),
  unanswered('How long did the Oracle migration take?'),
];
