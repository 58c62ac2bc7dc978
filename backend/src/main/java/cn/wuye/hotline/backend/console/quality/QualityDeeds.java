package cn.wuye.hotline.backend.console.quality;

import cn.wuye.hotline.backend.quality.Checked;
import cn.wuye.hotline.backend.quality.CriteriaBook;
import cn.wuye.hotline.backend.quality.QualityDesk;
import cn.wuye.hotline.backend.quality.QualityItem;
import cn.wuye.hotline.backend.quality.Sheet;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is typed into the forms of a quality check, as deeds. */
@Component
class QualityDeeds {
  private final QualityDesk desk;
  private final CriteriaBook book;

  QualityDeeds(QualityDesk desk, CriteriaBook book) {
    this.desk = desk;
    this.book = book;
  }

  /** How it ended. */
  record Done(Checked how) {
    /** Whether somebody else, rather than what was typed, is in the way. */
    boolean late() {
      return how == Checked.LATE || how == Checked.OWN || how == Checked.SAME_PERSON;
    }
  }

  Done score(QualityItem item, Map<String, String> typed, SignedInUser me) {
    return new Done(desk.score(item.id(), form(item, typed).filled(), me));
  }

  Done dispute(QualityItem item, Map<String, String> typed, SignedInUser me) {
    return new Done(desk.dispute(item.id(), text(typed, "words"), me));
  }

  Done answer(QualityItem item, Map<String, String> typed, SignedInUser me) {
    boolean changes = text(typed, "decision").equals("changed");
    return new Done(
        desk.answer(
            item.id(), text(typed, "words"), changes ? form(item, typed).filled() : null, me));
  }

  /** The criteria are those of the first sheet, else those that the form showed, else today's. */
  SheetForm form(QualityItem item, Map<String, String> typed) {
    List<Sheet> sheets = desk.sheets(item);
    if (!sheets.isEmpty()) {
      return new SheetForm(sheets.get(0).criteria(), typed);
    }
    String version = text(typed, "criteria");
    return new SheetForm(
        version.matches("[0-9]{1,6}")
            ? book.of(Integer.parseInt(version)).orElseGet(book::current)
            : book.current(),
        typed);
  }

  private static String text(Map<String, String> typed, String name) {
    return Objects.requireNonNullElse(typed.get(name), "").strip();
  }
}
