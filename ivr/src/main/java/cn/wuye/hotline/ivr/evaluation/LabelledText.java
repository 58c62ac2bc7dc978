package cn.wuye.hotline.ivr.evaluation;

/**
 * A sentence and what it means, in the codes of the requirements; all four empty for what is none
 * of the hotline's business.
 *
 * @param row where it stands in its file; the header is row 1
 */
public record LabelledText(
    int row, String text, String category, String subcategory, String urgency, String kind) {

  /** {@code category/subcategory}, empty string for what is none of the hotline's business. */
  public String topic() {
    return foreign() ? "" : category + "/" + subcategory;
  }

  /** Whether nothing should be understood. */
  public boolean foreign() {
    return category.isEmpty();
  }
}
