package cn.wuye.hotline.backend.call.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.call.CallFilter;
import cn.wuye.hotline.backend.call.CallList;
import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls, and the tickets they became. */
@RestController
@RequestMapping("/api/v1/calls")
class CallsController {
  private static final int DEFAULT_LIMIT = 50;

  private final CallList list;
  private final Calls calls;

  CallsController(CallList list, Calls calls) {
    this.list = list;
    this.calls = calls;
  }

  /**
   * The latest calls.
   *
   * @param after the call id that the page before ended with
   */
  @GetMapping
  ListView list(
      @RequestParam(required = false) @Nullable String sipCallId,
      @RequestParam(required = false) @Nullable String callId,
      @RequestParam(required = false) @Nullable String caller,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit,
      Viewer viewer) {
    FieldCheck check = new FieldCheck();
    CallFilter filter =
        new CallFilter(
            check.parsed("callId", callId, CallId::new, "node-1-1763800000.12"),
            sipCallId,
            check.parsed("caller", caller, PhoneNumber::new, "13800000001"));
    int rows = limit == null ? DEFAULT_LIMIT : limit;
    check.between("limit", rows, 1, CallList.MAX_LIMIT);
    Optional<CallRecord> before =
        Optional.ofNullable(check.parsed("after", after, CallId::new, "next")).flatMap(calls::find);
    if (after != null && before.isEmpty()) {
      check.wrong("after", "value");
    }
    check.done();
    List<CallView> page =
        list.page(filter, viewer.scope(), before, rows).stream()
            .map(row -> CallView.of(row, viewer))
            .toList();
    return new ListView(page, page.size() < rows ? null : page.get(rows - 1).callId());
  }

  @GetMapping("/{id}")
  DetailView one(@PathVariable String id, Viewer viewer) {
    return Optional.of(id)
        .filter(text -> text.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}"))
        .flatMap(known -> list.find(new CallId(known), viewer.scope()))
        .map(
            row ->
                new DetailView(
                    CallView.of(row, viewer),
                    calls.turns(row.call().id()).stream().map(TurnView::of).toList()))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "call-unknown", id).exception());
  }

  /**
   * A page.
   *
   * @param next to be sent as {@code after} for the next page; null when this is the last
   */
  record ListView(List<CallView> calls, @Nullable String next) {}

  /** One with everything said and heard. */
  record DetailView(CallView call, List<TurnView> turns) {}
}
