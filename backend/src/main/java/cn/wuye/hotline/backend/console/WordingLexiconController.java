package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.wording.WordingDesk;
import cn.wuye.hotline.backend.wording.WordingDesk.Work;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.intent.ShippedPhrase;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The phrases by which complaints are understood. */
@Controller
class WordingLexiconController {
  private static final String PATH = WordingPages.PATH + "/lexicon";

  private final WordingDesk desk;
  private final WordingPages pages;
  private final Choices choices;
  private final Labels labels;

  WordingLexiconController(WordingDesk desk, WordingPages pages, Choices choices, Labels labels) {
    this.desk = desk;
    this.pages = pages;
    this.choices = choices;
    this.labels = labels;
  }

  @GetMapping(PATH)
  ModelAndView list(LexiconQuery query) {
    return page(desk.work(), query, LexiconForm.empty());
  }

  /** Opens an own phrase in the form. */
  @GetMapping(PATH + "/edit")
  ModelAndView edit(@RequestParam String phrase) {
    Work work = desk.work();
    LexiconForm form =
        work.settings().lexicon().stream()
            .filter(each -> each.phrase().equals(phrase))
            .findFirst()
            .map(LexiconForm::of)
            .orElseThrow(() -> new NoSuchPage("phrase " + phrase));
    return page(work, LexiconQuery.ALL, form).addObject("editing", true);
  }

  /** Adds a phrase, or changes one. */
  @PostMapping(PATH)
  ModelAndView save(LexiconForm form, @AuthenticationPrincipal SignedInUser me) {
    DialogSettings before = pages.settings(form.base());
    List<LexiconPhrase> own = new ArrayList<>(before.lexicon());
    int at = indexOf(own, form.before());
    if (at >= 0) {
      own.set(at, form.phraseRead());
    } else {
      own.add(0, form.phraseRead());
    }
    DialogSettings typed = before.withLexicon(own, before.lexiconOff());
    return pages.after(
        desk.save(form.base(), typed, form.note(), me),
        "/lexicon",
        before,
        work -> page(work, LexiconQuery.ALL, form));
  }

  /** Takes an own phrase away, or switches a shipped one off or on. */
  @PostMapping(PATH + "/change")
  ModelAndView change(
      @RequestParam long base,
      @RequestParam(defaultValue = "") String remove,
      @RequestParam(defaultValue = "") String off,
      @RequestParam(defaultValue = "") String on,
      @AuthenticationPrincipal SignedInUser me) {
    DialogSettings before = pages.settings(base);
    List<LexiconPhrase> own =
        before.lexicon().stream().filter(each -> !each.phrase().equals(remove)).toList();
    List<ShippedPhrase> switchedOff =
        new ArrayList<>(
            before.lexiconOff().stream().filter(each -> !name(each).equals(on)).toList());
    Wording.shippedReader().phrases().stream()
        .filter(each -> name(each).equals(off))
        .findFirst()
        .ifPresent(switchedOff::add);
    DialogSettings typed = before.withLexicon(own, switchedOff);
    return pages.after(
        desk.save(base, typed, "", me),
        "/lexicon",
        before,
        work -> page(work, LexiconQuery.ALL, LexiconForm.empty()));
  }

  /** Adds many at once, as they come from a spreadsheet; a phrase that is there is replaced. */
  @PostMapping(PATH + "/paste")
  ModelAndView paste(
      @RequestParam long base,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String rows,
      @AuthenticationPrincipal SignedInUser me) {
    DialogSettings before = pages.settings(base);
    PastedPhrases pasted = PastedPhrases.read(rows, choices.categories());
    if (!pasted.wrong().isEmpty() || pasted.phrases().isEmpty()) {
      ModelAndView page = page(desk.work(), LexiconQuery.ALL, LexiconForm.empty());
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      List<String> wrong =
          pasted.wrong().stream().map(line -> labels.text("wording.paste.line", line)).toList();
      return page.addObject("pasted", rows)
          .addObject(
              "pasteErrors",
              wrong.isEmpty() ? List.of(labels.text("wording.paste.nothing")) : wrong);
    }
    Map<String, LexiconPhrase> all = new LinkedHashMap<>();
    before.lexicon().forEach(each -> all.put(each.phrase(), each));
    pasted.phrases().forEach(each -> all.put(each.phrase(), each));
    DialogSettings typed = before.withLexicon(List.copyOf(all.values()), before.lexiconOff());
    return pages.after(
        desk.save(base, typed, note, me),
        "/lexicon",
        before,
        work -> page(work, LexiconQuery.ALL, LexiconForm.empty()).addObject("pasted", rows));
  }

  private ModelAndView page(Work work, LexiconQuery query, LexiconForm form) {
    Set<String> off =
        work.settings().lexiconOff().stream()
            .map(WordingLexiconController::name)
            .collect(Collectors.toSet());
    LexiconList list = LexiconList.of(work.settings().lexicon(), off, query, this::topicName);
    return pages
        .page("wording-lexicon", work, "lexicon")
        .addObject("list", list)
        .addObject("query", query)
        .addObject("form", form)
        .addObject("topics", choices.categories())
        .addObject("kinds", choices.of("kind", Kind.class))
        .addObject(
            "urgencies",
            choices.of("urgency", Urgency.class).stream()
                .filter(each -> !each.value().equals("emergency"))
                .toList());
  }

  private String topicName(String topic) {
    int slash = topic.indexOf('/');
    return choices.fullCategoryName(topic.substring(0, slash), topic.substring(slash + 1));
  }

  static String name(ShippedPhrase phrase) {
    return phrase.topic() + " " + phrase.phrase();
  }

  private static int indexOf(List<LexiconPhrase> own, String phrase) {
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).phrase().equals(phrase)) {
        return i;
      }
    }
    return -1;
  }
}
