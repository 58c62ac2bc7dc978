package cn.wuye.hotline.backend.console.queue;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.Choices;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.console.NoSuchPage;
import cn.wuye.hotline.backend.console.PlaceRights;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.queue.callback.AbandonedCall;
import cn.wuye.hotline.backend.queue.callback.CallBackRows;
import cn.wuye.hotline.backend.queue.callback.CallBacks;
import cn.wuye.hotline.backend.queue.callback.CallBacks.Outcome;
import cn.wuye.hotline.backend.queue.callback.Place;
import cn.wuye.hotline.backend.queue.callback.StoredCallBack;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.router.queue.CallBack.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who is to be called back, and who gave up waiting: a list that is worked off. */
@Controller
class CallBackPageController {
  private static final String PATH = "/console/call-backs";
  private static final String GIVEN_UP = "/console/abandoned/{id:[A-Za-z0-9._-]{1,64}}";

  private final CallBacks callBacks;
  private final Choices choices;
  private final Labels labels;

  CallBackPageController(CallBacks callBacks, Choices choices, Labels labels) {
    this.callBacks = callBacks;
    this.choices = choices;
    this.labels = labels;
  }

  /** A call-back in words. */
  record Line(
      long id,
      String phone,
      String queue,
      String estate,
      String since,
      String state,
      boolean emergency,
      boolean waiting,
      String cause,
      String more) {}

  /** Somebody who gave up waiting, in words. */
  record GivenUp(
      String call,
      String phone,
      String queue,
      String estate,
      String left,
      String waited,
      boolean emergency) {}

  @GetMapping(PATH)
  ModelAndView list(@AuthenticationPrincipal SignedInUser me) {
    return list("", HttpStatus.OK, me);
  }

  private ModelAndView list(String problem, HttpStatus status, SignedInUser me) {
    Map<String, String> names =
        choices.estates(me.scope()).stream().collect(Collectors.toMap(Choice::value, Choice::text));
    List<StoredCallBack> all = callBacks.list(me.scope(), false);
    return new ModelAndView("call-backs", status)
        .addObject("active", lines(all, true, names, me))
        .addObject("ended", lines(all, false, names, me))
        .addObject(
            "givenUp",
            callBacks.abandoned(me.scope()).stream().map(c -> givenUp(c, names, me)).toList())
        .addObject("problem", problem)
        .addObject("works", me.writesTickets());
  }

  private List<Line> lines(
      List<StoredCallBack> all, boolean active, Map<String, String> names, SignedInUser me) {
    return all.stream()
        .filter(each -> each.callBack().state().active() == active)
        .map(each -> line(each, names, me))
        .toList();
  }

  private Line line(StoredCallBack each, Map<String, String> names, SignedInUser me) {
    State state = each.callBack().state();
    return new Line(
        each.id(),
        phone(each.place(), me),
        each.place().queueCode(),
        estate(each.place().estate(), names),
        labels.time(each.place().since()),
        labels.name("call-back-state", CallBackRows.code(state)),
        each.place().emergency(),
        state == State.WAITING,
        labels.name("call-back-cause", each.cause()),
        more(each));
  }

  private String more(StoredCallBack each) {
    if (each.callBack().state() == State.WAITING && each.callBack().calls() > 0) {
      return labels.text(
          "callbacks.again", each.callBack().calls(), labels.time(each.callBack().due()));
    }
    return each.agent().isEmpty() ? "" : labels.text("callbacks.agent", each.agent());
  }

  private GivenUp givenUp(AbandonedCall call, Map<String, String> names, SignedInUser me) {
    return new GivenUp(
        call.place().callId(),
        phone(call.place(), me),
        call.place().queueCode(),
        estate(call.place().estate(), names),
        labels.time(call.leftAt()),
        labels.amount(Duration.between(call.place().since(), call.leftAt())),
        call.place().emergency());
  }

  private static String phone(Place place, SignedInUser me) {
    return me.seesPhoneNumbers() ? place.phone().digits() : place.phone().masked();
  }

  private static String estate(@Nullable EstateId id, Map<String, String> names) {
    return id == null ? "" : names.getOrDefault(id.toString(), "");
  }

  @PostMapping(PATH + "/{id:[0-9]{1,18}}/withdraw")
  ModelAndView withdraw(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.writesTickets());
    return after(callBacks.withdraw(id, me.scope(), me.getUsername()), "call-back " + id, me);
  }

  @PostMapping(GIVEN_UP + "/phone")
  ModelAndView phone(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.writesTickets());
    return after(callBacks.phoneBack(id, me.scope(), me.getUsername()), "given up " + id, me);
  }

  @PostMapping(GIVEN_UP + "/dismiss")
  ModelAndView dismiss(@PathVariable String id, @AuthenticationPrincipal SignedInUser me) {
    PlaceRights.require(me.writesTickets());
    return after(callBacks.dismiss(id, me.scope(), me.getUsername()), "given up " + id, me);
  }

  private ModelAndView after(Outcome outcome, String what, SignedInUser me) {
    return switch (outcome) {
      case DONE -> new ModelAndView("redirect:" + PATH + "?saved");
      case TOO_LATE -> list(labels.text("callbacks.late"), HttpStatus.CONFLICT, me);
      case UNKNOWN -> throw new NoSuchPage(what);
    };
  }
}
