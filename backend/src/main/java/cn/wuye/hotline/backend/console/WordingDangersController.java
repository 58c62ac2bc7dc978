package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.wording.WordingDesk;
import cn.wuye.hotline.backend.wording.WordingDesk.Work;
import cn.wuye.hotline.ivr.intent.DangerPhrase;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Emergency words: own ones, and which of the shipped ones count. */
@Controller
class WordingDangersController {
  private static final String PATH = WordingPages.PATH + "/emergencies";

  private final WordingDesk desk;
  private final WordingPages pages;
  private final Labels labels;

  WordingDangersController(WordingDesk desk, WordingPages pages, Labels labels) {
    this.desk = desk;
    this.pages = pages;
    this.labels = labels;
  }

  /** A shipped word and whether it counts. */
  record Word(String phrase, boolean on) {}

  /** A kind of danger with its shipped words. */
  record Group(String code, String name, List<Word> words, long off) {}

  /** An own word. */
  record Own(String phrase, String group) {}

  @GetMapping(PATH)
  ModelAndView form() {
    return page(desk.work());
  }

  /**
   * @param phrase an own word that comes; nothing when empty
   * @param on shipped words that count; whatever is not among them does not
   */
  @PostMapping(PATH)
  ModelAndView save(
      @RequestParam long base,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String phrase,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(required = false) @Nullable Set<String> on,
      @AuthenticationPrincipal SignedInUser me) {
    DialogSettings before = pages.settings(base);
    List<DangerPhrase> own = new ArrayList<>(before.dangers());
    if (!phrase.isBlank()) {
      own.add(new DangerPhrase(phrase.strip(), group));
    }
    Set<String> counting = on == null ? Set.of() : on;
    List<String> off =
        Wording.shippedEmergencies().list().stream()
            .map(DangerPhrase::phrase)
            .filter(each -> !counting.contains(each))
            .toList();
    DialogSettings typed = before.withDangers(own, off);
    return pages
        .after(desk.save(base, typed, note, me), "/emergencies", typed, this::page)
        .addObject("typedPhrase", phrase)
        .addObject("typedGroup", group);
  }

  /** Takes an own word away. */
  @PostMapping(PATH + "/remove")
  ModelAndView remove(
      @RequestParam long base,
      @RequestParam String phrase,
      @AuthenticationPrincipal SignedInUser me) {
    DialogSettings before = pages.settings(base);
    List<DangerPhrase> own =
        before.dangers().stream().filter(each -> !each.phrase().equals(phrase)).toList();
    DialogSettings typed = before.withDangers(own, before.dangersOff());
    return pages.after(desk.save(base, typed, "", me), "/emergencies", typed, this::page);
  }

  private ModelAndView page(Work work) {
    Set<String> off = new HashSet<>(work.settings().dangersOff());
    List<Group> groups =
        Wording.shippedEmergencies().groups().stream().map(code -> group(code, off)).toList();
    return pages
        .page("wording-emergencies", work, "dangers")
        .addObject("groups", groups)
        .addObject(
            "own",
            work.settings().dangers().stream()
                .map(each -> new Own(each.phrase(), labels.name("danger", each.group())))
                .toList());
  }

  private Group group(String code, Set<String> off) {
    List<Word> words =
        Wording.shippedEmergencies().list().stream()
            .filter(each -> each.group().equals(code))
            .map(each -> new Word(each.phrase(), !off.contains(each.phrase())))
            .toList();
    return new Group(
        code,
        labels.name("danger", code),
        words,
        words.stream().filter(word -> !word.on()).count());
  }
}
