package cn.wuye.hotline.backend.console.poll;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.message.LinkRows;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.poll.PollQuestion;
import cn.wuye.hotline.backend.poll.QuestionKind;
import cn.wuye.hotline.backend.poll.page.PollLinks;
import cn.wuye.hotline.backend.poll.page.PolledPages;
import cn.wuye.hotline.backend.poll.page.PolledPages.ShownPoll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks a resident who has the link; tells nothing of her. */
@Controller
class PollAnswerController {
  private static final String VIEW = "poll-answer";
  private static final int MAX_WORDS = 2000;

  private final PollLinks links;
  private final PolledPages pages;
  private final PollViews views;
  private final Labels labels;
  private final String hotline;

  PollAnswerController(
      PollLinks links,
      PolledPages pages,
      PollViews views,
      Labels labels,
      @Value("${hotline.telephony.number:4001234567}") String hotline) {
    this.links = links;
    this.pages = pages;
    this.views = views;
    this.labels = labels;
    this.hotline = hotline;
  }

  /**
   * A question.
   *
   * @param choices empty where words are wanted
   * @param given what she has given, where the form is shown again
   */
  record Asked(int number, String zh, List<Choice> choices, String given) {}

  @GetMapping(PollLinks.PATH + "{token}")
  ModelAndView show(@PathVariable String token) {
    return page(token, Map.of(), "", HttpStatus.OK);
  }

  @PostMapping(PollLinks.PATH + "{token}")
  ModelAndView answer(
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      @RequestParam(defaultValue = "false") boolean stop) {
    Optional<LinkRows.Opened> link = links.find(token).filter(found -> !found.expired());
    Optional<ShownPoll> shown = link.flatMap(found -> pages.find(found.id()));
    if (link.isEmpty() || shown.isEmpty() || !shown.get().open()) {
      return page(token, Map.of(), "", HttpStatus.OK);
    }
    Map<Integer, String> answers = new HashMap<>();
    for (PollQuestion question : shown.get().questions()) {
      String value = typed.getOrDefault("q-" + question.number(), "").strip();
      answers.put(question.number(), Text.fitted(value, MAX_WORDS));
    }
    boolean any =
        shown.get().questions().stream()
            .anyMatch(each -> PolledPages.takes(each, answers.getOrDefault(each.number(), "")));
    if (!any && !stop) {
      return page(
          token, answers, labels.text("pollPage.nothing"), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    boolean taken = pages.answer(link.get().id(), answers, stop);
    return new ModelAndView("redirect:" + PollLinks.PATH + token + (taken ? "?thanks" : ""));
  }

  private ModelAndView page(
      String token, Map<Integer, String> answers, String problem, HttpStatus status) {
    Optional<LinkRows.Opened> link = links.find(token);
    Optional<ShownPoll> shown = link.flatMap(found -> pages.find(found.id()));
    if (shown.isEmpty()) {
      return view("", List.of(), labels.text("pollPage.unknown"), false, HttpStatus.NOT_FOUND);
    }
    if (!shown.get().open()) {
      return view("", List.of(), "", true, HttpStatus.OK);
    }
    if (link.filter(LinkRows.Opened::expired).isPresent()) {
      return view("", List.of(), labels.text("pollPage.expired"), false, HttpStatus.GONE);
    }
    List<Asked> asked =
        shown.get().questions().stream()
            .map(
                each ->
                    new Asked(
                        each.number(),
                        each.zh(),
                        choices(each.kind()),
                        answers.getOrDefault(each.number(), "")))
            .toList();
    return view(token, asked, problem, false, status);
  }

  private List<Choice> choices(QuestionKind kind) {
    return kind.numbers().stream()
        .map(value -> new Choice(Integer.toString(value), views.answer(kind, value)))
        .toList();
  }

  private ModelAndView view(
      String token, List<Asked> asked, String problem, boolean over, HttpStatus status) {
    return new ModelAndView(VIEW, status)
        .addObject("token", token)
        .addObject("asked", asked)
        .addObject("problem", problem)
        .addObject("over", over)
        .addObject("hotline", hotline);
  }
}
