package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.dialog.QueueQuestion.Wish;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.port.QueueMove;
import cn.wuye.hotline.ivr.port.QueueMove.Choice;
import cn.wuye.hotline.ivr.port.QueueWait;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import java.util.Optional;

/**
 * Waiting for a person in a queue: she waits a while, hears where she stands and is asked what she
 * wants, until somebody has talked with her, or she is served in another way.
 */
final class QueueStep {
  private final Scene scene;
  private final QueueWait wait;
  private final QueueWords words;
  private final QueueQuestion question;
  private boolean begun;
  private boolean noCallBack;
  private boolean told;

  /**
   * @param scene one whose talk takes 0 and "人工" as ordinary input
   */
  QueueStep(Scene scene, QueueWait wait) {
    this.scene = scene;
    this.wait = wait;
    this.words = new QueueWords(scene, wait);
    this.question = new QueueQuestion(scene);
  }

  /** How waiting ended for the dialog. */
  enum End {
    /** She is served: has talked with a person, or will be called back. */
    SERVED,
    /** She tells the machine. */
    MACHINE,
    /** Asterisk cannot do it: the phones of the directory are rung. */
    IMPOSSIBLE
  }

  /** Ends her waiting in any case, also when she hangs up or tells of danger. */
  End run() {
    try {
      return waits();
    } catch (HangUp gone) {
      wait.gone().ifPresent(this::talked);
      throw gone;
    } finally {
      wait.close();
    }
  }

  private End waits() {
    while (true) {
      QueueMove move = wait.next();
      Optional<End> end;
      if (move instanceof QueueMove.Do what) {
        end = perform(what.act());
      } else if (move instanceof Choice choice) {
        end = choose(choice);
      } else {
        scene.talk().say(scene.sayings().say("queue-longest"));
        end = Optional.of(End.MACHINE);
      }
      if (end.isPresent()) {
        return end.get();
      }
    }
  }

  private Optional<End> perform(QueueAct act) {
    if (act instanceof QueueAct.Ring) {
      scene.talk().say(scene.sayings().say("queue-last-agent"));
    } else if (!begun) {
      begun = true;
      scene.talk().say(words.beginning());
    }
    if (act instanceof QueueAct.Sent && scene.file().nothing() && !told) {
      told = true;
      // An agent of another node knows of her by her ticket alone.
      scene.file().note("要找人工", "");
      scene.put(Completeness.UNFINISHED);
    }
    Waited waited = scene.talk().await(act);
    if (waited.how() == Waited.How.TALKED) {
      OpenedTicket ticket = talked(wait.talked(waited.agent()));
      scene.talk().farewell(scene.sayings().ticket("person-talked", ticket));
      return Optional.of(End.SERVED);
    }
    if (waited.how() == Waited.How.IMPOSSIBLE) {
      return Optional.of(End.IMPOSSIBLE);
    }
    wait.waited(waited);
    return Optional.empty();
  }

  private OpenedTicket talked(String agent) {
    scene.file().note("已由人工接听", agent);
    OpenedTicket ticket = scene.put(Completeness.COMPLETE);
    scene.file().settled();
    return ticket;
  }

  private Optional<End> choose(Choice offered) {
    Choice choice =
        noCallBack
            ? new Choice(offered.waiting(), false, offered.why(), offered.announcement())
            : offered;
    if (!choice.waiting() && !choice.callBack()) {
      // There is nothing to choose.
      scene.talk().say(words.reason(choice));
      return Optional.of(End.MACHINE);
    }
    Wish wish = question.ask(choice, words.before(choice));
    return switch (wish) {
      case WAIT -> {
        wait.asked();
        scene.talk().say(scene.sayings().say("queue-go-on"));
        yield Optional.empty();
      }
      case CALL_BACK -> callBack();
      case MACHINE -> Optional.of(End.MACHINE);
    };
  }

  private Optional<End> callBack() {
    scene.file().note("要回电话", "");
    if (!wait.callBack()) {
      noCallBack = true;
      scene.talk().say(scene.sayings().say("queue-callback-failed"));
      return Optional.empty();
    }
    scene.put(Completeness.COMPLETE);
    scene.file().settled();
    scene.talk().farewell(scene.sayings().say("queue-callback"));
    return Optional.of(End.SERVED);
  }
}
