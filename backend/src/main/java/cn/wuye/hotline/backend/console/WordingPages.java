package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.wording.Outcome;
import cn.wuye.hotline.backend.wording.WordingDesk;
import cn.wuye.hotline.backend.wording.WordingDesk.Work;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.Finding;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the pages of the wording share: the tabs, what is being worked on, what is wrong with it.
 */
@Component
class WordingPages {
  static final String PATH = "/console/wording";

  private final WordingDesk desk;
  private final Choices choices;
  private final Labels labels;

  WordingPages(WordingDesk desk, Choices choices, Labels labels) {
    this.desk = desk;
    this.choices = choices;
    this.labels = labels;
  }

  /** The document that a form was made from. */
  DialogSettings settings(long base) {
    if (base != 0 && desk.find(base).isEmpty()) {
      throw new NoSuchPage("version " + base);
    }
    return desk.settings(base);
  }

  /** A finding in words. */
  record Line(String text, boolean error) {}

  /** A page of one part. */
  ModelAndView page(String view, Work work, List<Finding> findings, HttpStatus status) {
    return new ModelAndView(view, status)
        .addObject("work", work)
        .addObject("findings", lines(findings));
  }

  /** A page as it is opened: with the warnings of its part. */
  ModelAndView page(String view, Work work, String... parts) {
    List<Finding> ofPart =
        desk.check(work.settings()).stream()
            .filter(each -> each.error() || of(each, parts))
            .toList();
    return page(view, work, ofPart, HttpStatus.OK);
  }

  private static boolean of(Finding finding, String... parts) {
    for (String part : parts) {
      if (finding.field().startsWith(part)) {
        return true;
      }
    }
    return false;
  }

  /**
   * After a save: on to the part's page, or the form again with what is wrong.
   *
   * @param again makes the page with the settings as they were typed
   */
  ModelAndView after(
      Outcome outcome, String path, DialogSettings typed, Function<Work, ModelAndView> again) {
    if (outcome instanceof Outcome.Done) {
      return new ModelAndView("redirect:" + PATH + path + "?saved");
    }
    Work now = desk.work();
    ModelAndView page = again.apply(new Work(now.number(), now.draft(), now.live(), typed));
    if (outcome instanceof Outcome.Invalid invalid) {
      page.addObject("findings", lines(invalid.findings()));
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    } else {
      page.addObject("stale", true);
      page.setStatus(HttpStatus.CONFLICT);
    }
    return page;
  }

  List<Line> lines(List<Finding> findings) {
    return findings.stream()
        .map(this::line)
        .sorted((a, b) -> Boolean.compare(b.error(), a.error()))
        .toList();
  }

  private Line line(Finding finding) {
    String sentence =
        labels.text("finding." + finding.code().code(), finding.arguments().toArray());
    return new Line(where(finding) + sentence, finding.error());
  }

  /** Which value it is about, where the sentence does not name it. */
  private String where(Finding finding) {
    String field = finding.field();
    String rest = field.substring(field.indexOf('.') + 1);
    if (finding.arguments().contains(rest)) {
      return "";
    }
    if (field.startsWith("prompts.")) {
      String name = rest.equals("greeting") ? labels.text("wording.greeting") : rest;
      return labels.text("wording.where", name);
    }
    if (field.startsWith("estateLines.")) {
      return labels.text("wording.where", estate(rest));
    }
    if (field.startsWith("hours.week.")) {
      return labels.text("wording.where", labels.text("wording.day." + field.substring(11)));
    }
    if (field.startsWith("keys.")) {
      return labels.text("wording.where", labels.text("wording.key", rest));
    }
    int dot = field.indexOf('.');
    boolean phrase = field.startsWith("lexicon.") || field.startsWith("dangers.");
    return phrase && dot > 0 ? labels.text("wording.where", rest) : "";
  }

  /** A line of {@link cn.wuye.hotline.backend.wording.SettingsChanges} in words. */
  String change(String line) {
    String[] words = line.split(" ", 4);
    if (words.length < 2 || words[0].equals("…")) {
      return line;
    }
    String what = words.length < 3 ? "" : named(words[0], words[2]);
    return labels.text("wording.part." + words[0]) + "：" + words[1] + " " + what;
  }

  private String named(String part, String what) {
    return switch (part) {
      case "estateLines" -> estate(what);
      case "prompts" -> what.equals("greeting") ? labels.text("wording.greeting") : what;
      case "keys" -> labels.text("wording.key", what);
      default -> what;
    };
  }

  private String estate(String id) {
    return choices.estates(EstateScope.ALL).stream()
        .filter(each -> each.value().equals(id))
        .map(Choice::text)
        .findFirst()
        .orElse(id);
  }
}
