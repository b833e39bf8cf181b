/** In place of a style sheet, which a page without a screen does not need. */
export default {};
