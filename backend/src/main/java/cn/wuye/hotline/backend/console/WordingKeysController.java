package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.wording.WordingDesk;
import cn.wuye.hotline.backend.wording.WordingDesk.Work;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.KeyMenu;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the keys 2–9 mean. */
@Controller
class WordingKeysController {
  private static final String PATH = WordingPages.PATH + "/keys";

  private final WordingDesk desk;
  private final WordingPages pages;
  private final Choices choices;
  private final Labels labels;

  WordingKeysController(WordingDesk desk, WordingPages pages, Choices choices, Labels labels) {
    this.desk = desk;
    this.pages = pages;
    this.choices = choices;
    this.labels = labels;
  }

  /** One key in the form; target and label are empty where it means nothing. */
  record Line(String key, String target, String label) {}

  @GetMapping(PATH)
  ModelAndView form() {
    return page(desk.work());
  }

  @PostMapping(PATH)
  ModelAndView save(
      @RequestParam long base,
      @RequestParam(defaultValue = "") String note,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    List<KeyMenu.Key> keys = new ArrayList<>();
    for (int key = 2; key <= 9; key++) {
      String target = value(request, "target-" + key);
      if (!target.isEmpty()) {
        keys.add(new KeyMenu.Key(String.valueOf(key), target, value(request, "label-" + key)));
      }
    }
    boolean asShipped = keys.equals(KeyMenu.SHIPPED.keys());
    DialogSettings typed = pages.settings(base).withKeys(asShipped ? List.of() : keys);
    return pages.after(desk.save(base, typed, note, me), "/keys", typed, this::page);
  }

  private ModelAndView page(Work work) {
    List<KeyMenu.Key> keys =
        work.settings().keys().isEmpty() ? KeyMenu.SHIPPED.keys() : work.settings().keys();
    List<Line> lines =
        IntStream.rangeClosed(2, 9)
            .mapToObj(String::valueOf)
            .map(
                key -> {
                  Optional<KeyMenu.Key> set = new KeyMenu(keys).find(key);
                  return new Line(
                      key,
                      set.map(KeyMenu.Key::target).orElse(""),
                      set.map(KeyMenu.Key::label).orElse(""));
                })
            .toList();
    List<Choice> targets =
        new ArrayList<>(
            choices.categories().stream().filter(each -> !each.value().contains("/")).toList());
    targets.add(new Choice(KeyMenu.PROGRESS, labels.text("wording.target.progress")));
    targets.add(new Choice(KeyMenu.PERSON, labels.text("wording.target.person")));
    return pages
        .page("wording-keys", work, "keys", "prompts.ask-")
        .addObject("keys", lines)
        .addObject("targets", targets);
  }

  private static String value(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameter(name), "").strip();
  }
}
