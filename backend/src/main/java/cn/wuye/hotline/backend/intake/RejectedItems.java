package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What this node could not take in: shown to people, and tried again when they ask for it. */
@Component
public class RejectedItems {
  private static final Logger LOG = LoggerFactory.getLogger(RejectedItems.class);
  private static final String CALL = "call:";
  private static final String SOUND = "sound:";

  private final Journal journal;
  private final RejectedSounds sounds;
  private final IntakeWorker worker;

  RejectedItems(Journal journal, RejectedSounds sounds, IntakeWorker worker) {
    this.journal = journal;
    this.sounds = sounds;
    this.worker = worker;
  }

  /** All of them, the newest first. */
  public List<RejectedItem> list() {
    List<RejectedItem> items = new ArrayList<>(sounds.list());
    journal.rejected().stream()
        .map(
            call ->
                new RejectedItem(
                    CALL + call.call(),
                    RejectedItem.Kind.CALL,
                    call.call().value(),
                    call.at(),
                    call.reason()))
        .forEach(items::add);
    items.sort(Comparator.comparing(RejectedItem::at).reversed());
    return items;
  }

  /**
   * Takes one to work again; the outcome shows in the list.
   *
   * @return false when there is none of this id
   */
  public boolean retry(String id) {
    boolean found = takeBack(id);
    if (found) {
      LOG.info("{} is tried again", id);
      worker.now();
    }
    return found;
  }

  private boolean takeBack(String id) {
    if (id.startsWith(SOUND)) {
      return sounds.putBack(id.substring(SOUND.length()));
    }
    String call = id.startsWith(CALL) ? id.substring(CALL.length()) : "";
    return CallId.isValid(call) && journal.retry(new CallId(call));
  }
}
