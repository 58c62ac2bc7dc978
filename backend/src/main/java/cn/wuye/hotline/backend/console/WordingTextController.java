package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.wording.CompanyName;
import cn.wuye.hotline.backend.wording.WordingDesk;
import cn.wuye.hotline.backend.wording.WordingDesk.Work;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.EditablePrompts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The greeting, the estates' lines, and everything else that is said. */
@Controller
class WordingTextController {
  private static final String PATH = WordingPages.PATH + "/texts";
  private static final int MOST_OFFERED = 500;

  private final WordingDesk desk;
  private final WordingPages pages;
  private final Choices choices;
  private final PromptCatalogue shipped;

  WordingTextController(
      WordingDesk desk, WordingPages pages, Choices choices, CompanyName company) {
    this.desk = desk;
    this.pages = pages;
    this.choices = choices;
    this.shipped = PromptCatalogue.shipped(company.text());
  }

  /** A prompt to be worded: as shipped, and the company's own words or nothing. */
  record Text(String key, String shipped, String own) {}

  /** An estate's line. */
  record EstateLine(String id, String name, String text) {}

  @GetMapping(PATH)
  ModelAndView form() {
    return page(desk.work());
  }

  @PostMapping(PATH)
  ModelAndView save(
      @RequestParam long base,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String estateName,
      @RequestParam(defaultValue = "") String estateLine,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedInUser me) {
    Map<String, String> prompts = new LinkedHashMap<>();
    for (String key : EditablePrompts.keys(shipped)) {
      String text = oneLine(request.getParameter("p-" + key));
      if (!text.isEmpty() && !text.equals(shipped.text(key))) {
        prompts.put(key, text);
      }
    }
    Map<String, String> lines = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              String text = oneLine(values[0]);
              if (name.matches("e-[0-9]{1,18}") && !text.isEmpty()) {
                lines.put(name.substring(2), text);
              }
            });
    Optional<String> estate = estate(estateName.strip());
    if (!estateLine.isBlank()) {
      estate.ifPresent(id -> lines.put(id, oneLine(estateLine)));
    }
    DialogSettings typed = pages.settings(base).withPrompts(prompts).withEstateLines(lines);
    if (!estateLine.isBlank() && estate.isEmpty()) {
      Work now = desk.work();
      ModelAndView page = page(new Work(now.number(), now.draft(), now.live(), typed));
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page.addObject("estateName", estateName)
          .addObject("estateLine", estateLine)
          .addObject("estateUnknown", true);
    }
    return pages.after(desk.save(base, typed, note, me), "/texts", typed, this::page);
  }

  private ModelAndView page(Work work) {
    DialogSettings settings = work.settings();
    List<Text> texts =
        EditablePrompts.keys(shipped).stream()
            .filter(key -> !key.equals("greeting"))
            .map(key -> new Text(key, shipped.text(key), settings.prompts().getOrDefault(key, "")))
            .toList();
    Map<String, String> names = new LinkedHashMap<>();
    List<Choice> estates = choices.estates(EstateScope.ALL);
    estates.forEach(each -> names.put(each.value(), each.text()));
    return pages
        .page("wording-texts", work, "prompts", "estateLines")
        .addObject(
            "greeting", settings.prompts().getOrDefault("greeting", shipped.text("greeting")))
        .addObject("shippedGreeting", shipped.text("greeting"))
        .addObject("texts", texts)
        .addObject(
            "changed", settings.prompts().keySet().stream().anyMatch(k -> !k.equals("greeting")))
        .addObject(
            "lines",
            settings.estateLines().entrySet().stream()
                .map(
                    each ->
                        new EstateLine(
                            each.getKey(),
                            names.getOrDefault(each.getKey(), each.getKey()),
                            each.getValue()))
                .toList())
        .addObject("estateNames", estates.stream().limit(MOST_OFFERED).map(Choice::text).toList());
  }

  private Optional<String> estate(String name) {
    return choices.estates(EstateScope.ALL).stream()
        .filter(each -> each.text().equals(name))
        .map(Choice::value)
        .findFirst();
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", "");
  }
}
