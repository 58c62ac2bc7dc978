package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.desk.DeskScreens.News;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Pages that are phones, as their lines come and go. A page that is loaded anew, or lost, cannot go
 * on with the sound it had: its caller waits for it, and is given back when it is there again. A
 * line that is only cut for a moment changes nothing, because the sound goes another way.
 */
@Component
class BrowserPhones {
  /** How long a page may be without its line before it counts as gone. */
  static final Duration CUT = Duration.ofSeconds(4);

  /** How long a caller waits for the page before she goes back to the agents. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final CallDesk desk;
  private final DeskCalls calls;
  private final DeskScreens screens;
  private final DeskThread thread;
  private final Map<Long, Line> lines = new ConcurrentHashMap<>();

  BrowserPhones(CallDesk desk, DeskCalls calls, DeskScreens screens, DeskThread thread) {
    this.desk = desk;
    this.calls = calls;
    this.screens = screens;
    this.thread = thread;
  }

  private record Line(String page, boolean open) {}

  /**
   * A page has its line.
   *
   * @param page made by the page when it was loaded
   */
  void opened(long user, String page) {
    Line before = lines.put(user, new Line(page, true));
    if (before != null && !before.page().equals(page)) {
      thread.execute(() -> park(user));
    }
  }

  /** It has lost it. */
  void closed(long user, String page) {
    Line gone = new Line(page, false);
    if (lines.replace(user, new Line(page, true), gone)) {
      thread.later(
          CUT,
          () -> {
            if (gone.equals(lines.get(user))) {
              park(user);
            }
          });
    }
  }

  private void park(long user) {
    desk.park(user)
        .ifPresent(
            parked -> {
              thread.later(PATIENCE, () -> giveUp(parked));
              screens.tell(user, News.BACK);
            });
  }

  private void giveUp(DeskCall parked) {
    calls
        .find(parked.call(), parked.user())
        .filter(call -> call.stage() == Stage.PARKED)
        .ifPresent(desk::sendBack);
  }
}
