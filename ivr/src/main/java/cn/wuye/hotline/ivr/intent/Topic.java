package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import java.util.List;

/**
 * A sub-category of the lexicon with the phrases that speak of it.
 *
 * @param kind the kind it normally is
 * @param urgency the urgency it normally has
 * @param wantsBuilding whether the building matters, or the estate is enough
 */
record Topic(
    String category,
    String subcategory,
    String kind,
    String urgency,
    boolean wantsBuilding,
    List<Group> groups) {

  /** The code of what people talk of that is none of the hotline's business. */
  static final String FOREIGN = "none/none";

  /**
   * Phrases that weigh the same.
   *
   * @param kind overrides the topic's; empty string for none
   * @param urgency overrides the topic's; empty string for none
   * @param fault phrases that say that something is wrong: a "没有" before them denies it
   * @param own phrases that a company has added: where one of them is said nothing that was learned
   *     from others counts
   */
  record Group(
      double weight,
      String kind,
      String urgency,
      boolean fault,
      boolean own,
      List<Phrase> phrases) {}

  static Topic of(DataFile data) {
    String code = data.text("code");
    int slash = code.indexOf('/');
    if (slash < 0) {
      throw new IllegalStateException("topic code without sub-category: " + code);
    }
    return new Topic(
        code.substring(0, slash),
        code.substring(slash + 1),
        data.text("kind"),
        data.text("urgency"),
        data.text("place").equals("building"),
        data.mappings("groups").stream().map(Topic::group).toList());
  }

  private static Group group(DataFile data) {
    return new Group(
        data.number("weight", 1),
        data.text("kind", ""),
        data.text("urgency", ""),
        data.text("fault", "false").equals("true"),
        false,
        data.texts("phrases").stream().map(Phrase::of).toList());
  }

  /** A topic that only a company knows. */
  static Topic own(String code) {
    int slash = code.indexOf('/');
    String category = code.substring(0, slash);
    return new Topic(
        category,
        code.substring(slash + 1),
        category.equals("facilities") ? "repair" : "complaint",
        "general",
        true,
        List.of());
  }

  Topic with(List<Group> other) {
    return new Topic(category, subcategory, kind, urgency, wantsBuilding, List.copyOf(other));
  }

  /** Whether this is what people talk of that is none of the hotline's business. */
  boolean foreign() {
    return category.equals("none");
  }

  String code() {
    return category + "/" + subcategory;
  }
}
