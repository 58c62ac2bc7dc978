package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.StaffNames;
import cn.wuye.hotline.backend.wording.DialogVersion;
import cn.wuye.hotline.backend.wording.Outcome;
import cn.wuye.hotline.backend.wording.SettingsChanges;
import cn.wuye.hotline.backend.wording.Switch;
import cn.wuye.hotline.backend.wording.VersionState;
import cn.wuye.hotline.backend.wording.WordingDesk;
import cn.wuye.hotline.backend.wording.WordingDesk.Work;
import cn.wuye.hotline.ivr.wording.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The versions of the wording: which is live, the draft, what was before. */
@Controller
class WordingController {
  private static final String PATH = WordingPages.PATH;

  private final WordingDesk desk;
  private final WordingPages pages;
  private final StaffNames names;
  private final Labels labels;

  WordingController(WordingDesk desk, WordingPages pages, StaffNames names, Labels labels) {
    this.desk = desk;
    this.pages = pages;
    this.names = names;
    this.labels = labels;
  }

  /** A version in words; {@code again} says whether it can be made live again. */
  record Line(
      long number,
      String state,
      String tone,
      String written,
      String live,
      String note,
      List<String> changes,
      boolean again) {}

  @GetMapping(PATH)
  ModelAndView overview() {
    return page(desk.work(), Optional.empty(), HttpStatus.OK);
  }

  @PostMapping(PATH + "/live")
  ModelAndView goLive(
      @RequestParam long draft, @RequestParam long live, @AuthenticationPrincipal SignedInUser me) {
    return after(desk.goLive(draft, live, me), "live");
  }

  @PostMapping(PATH + "/take-back")
  ModelAndView takeBack(
      @RequestParam long version,
      @RequestParam long live,
      @AuthenticationPrincipal SignedInUser me) {
    return after(desk.takeBack(version, live, me), "back");
  }

  @PostMapping(PATH + "/discard")
  ModelAndView discard(@RequestParam long draft, @AuthenticationPrincipal SignedInUser me) {
    return after(desk.discard(draft, me), "discarded");
  }

  private ModelAndView after(Outcome outcome, String done) {
    if (outcome instanceof Outcome.Done) {
      return new ModelAndView("redirect:" + PATH + "?" + done);
    }
    if (outcome instanceof Outcome.Invalid invalid) {
      return page(desk.work(), Optional.of(invalid.findings()), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page(desk.work(), Optional.empty(), HttpStatus.CONFLICT).addObject("stale", true);
  }

  private ModelAndView page(Work work, Optional<List<Finding>> refused, HttpStatus status) {
    List<Finding> findings =
        refused.orElseGet(() -> work.draft() ? desk.check(work.settings()) : List.of());
    List<String> changes =
        SettingsChanges.between(desk.settings(work.live()), work.settings()).stream()
            .map(pages::change)
            .toList();
    List<Line> versions =
        new ArrayList<>(desk.history().stream().map(each -> line(each, work.live())).toList());
    return pages
        .page("wording", work, findings, status)
        .addObject("changes", changes)
        .addObject("versions", versions)
        .addObject("shippedLive", work.live() == 0)
        .addObject("switches", desk.switches().stream().map(this::inWords).toList());
  }

  private Line line(DialogVersion version, long live) {
    boolean isLive = version.number() == live;
    String tone = isLive ? "ok" : version.state() == VersionState.DRAFT ? "warn" : "info";
    String wentLive =
        version.liveAt() == null || version.liveBy() == null
            ? ""
            : labels.text(
                "wording.wentLive", labels.fullTime(version.liveAt()), names.of(version.liveBy()));
    return new Line(
        version.number(),
        labels.name("version-state", version.state()),
        tone,
        labels.text(
            "wording.written", labels.fullTime(version.createdAt()), names.of(version.author())),
        wentLive,
        version.note(),
        version.changes().stream().map(pages::change).toList(),
        !isLive && version.liveAt() != null);
  }

  private String name(long version) {
    return version == 0
        ? labels.text("wording.version.shipped")
        : labels.text("wording.version", String.valueOf(version));
  }

  private String inWords(Switch each) {
    return labels.text(
        "wording.switch." + each.action(),
        labels.fullTime(each.at()),
        names.of(each.actor()),
        name(each.version()),
        name(each.previous()));
  }
}
