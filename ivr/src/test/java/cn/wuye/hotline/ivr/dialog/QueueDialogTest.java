package cn.wuye.hotline.ivr.dialog;

import static cn.wuye.hotline.ivr.conversation.ScriptedConversation.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.conversation.Waited.How;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.QueueMove;
import cn.wuye.hotline.ivr.port.QueueMove.Why;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a caller who wants a person, through the queue and out again. */
class QueueDialogTest {
  private final Hotline hotline = new Hotline();
  private final ScriptedCaller caller = new ScriptedCaller();

  private String saidTo(String key) {
    return hotline.log.turns().stream()
        .filter(turn -> turn.kind() == Turn.Kind.SAID && turn.key().equals(key))
        .map(Turn::text)
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError(hotline.log.transcript()));
  }

  @Test
  void anAgentAnswersAndWhatSheToldBeforeStays() {
    hotline.queues.stands(2, 5).stays().ends(Waited.talked("1001"));

    hotline.follows(
        caller
            .hears("greeting")
            .says("停水了")
            .hears("ask-estate")
            .presses("0")
            .hears("queue-waiting"));

    assertThat(saidTo("queue-waiting")).isEqualTo("正在为您找工作人员，请不要挂机。您前面还有两位。大约还要等五分钟。");
    assertThat(hotline.queues.told()).containsExactly("talked 1001", "closed");
    assertThat(hotline.ticket().text()).isEqualTo("停水了");
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(hotline.log.said()).endsWith("person-talked");
    assertThat(hotline.phones.rung()).isEmpty();
  }

  @Test
  void whoAsksForAPersonAtOnceHasATicketThatSaysWhoAnswered() {
    hotline.queues.stays().ends(Waited.talked("1001"));

    hotline.follows(caller.hears("greeting").says("人工").hears("queue-waiting"));

    assertThat(hotline.ticket().text()).isEqualTo("要找人工；已由人工接听：坐席 1001");
  }

  @Test
  void whoIsKnownIsDescribedToTheQueue() {
    hotline.queues.stays().ends(Waited.talked("1001"));

    hotline.ringingHerThrough().follows(caller.hears("greeting-person").hears("queue-waiting"));

    assertThat(hotline.queues.needs().estateId()).isEqualTo("sun");
    assertThat(hotline.queues.needs().dialect()).isEqualTo("cmn");
    assertThat(hotline.queues.needs().older()).isTrue();
    assertThat(hotline.queues.needs().category()).isEmpty();
    assertThat(hotline.queues.needs().emergency()).isFalse();
  }

  @Test
  void theLastAgentIsRungBeforeTheQueue() {
    hotline
        .queues
        .ringsLastAgent()
        .ends(Waited.without(How.TIME_OVER))
        .stays()
        .ends(Waited.talked("1002"));

    hotline.follows(
        caller.hears("greeting").presses("0").hears("queue-last-agent").hears("queue-waiting"));

    assertThat(hotline.queues.told()).containsExactly("TIME_OVER", "talked 1002", "closed");
  }

  @Test
  void afterAWhileSheMayWaitOnAndHearsOnlyWhatIsNew() {
    hotline
        .queues
        .stands(3, 0)
        .stays()
        .asks(true, true, Why.TIME)
        .stands(3, 0)
        .stays()
        .asks(true, true, Why.TIME)
        .stands(0, 2)
        .stays()
        .ends(Waited.without(How.TIME_OVER))
        .ends(Waited.without(How.TIME_OVER))
        .ends(Waited.talked("1001"));

    hotline.follows(
        caller
            .hears("greeting")
            .presses("0")
            .hears("queue-choice")
            .presses("1")
            .hears("queue-go-on")
            .hears("queue-choice")
            .says("我再等等")
            .hears("queue-go-on"));

    List<String> questions =
        hotline.log.turns().stream()
            .filter(turn -> turn.key().equals("queue-choice"))
            .map(Turn::text)
            .toList();
    assertThat(questions).hasSize(2);
    assertThat(questions.get(0)).startsWith("谢谢您的耐心。").doesNotContain("您前面");
    assertThat(questions.get(1)).startsWith("下一个就轮到您。大约还要等两分钟。您的电话还在排队");
    assertThat(hotline.queues.told())
        .containsExactly("TIME_OVER", "asked", "TIME_OVER", "asked", "talked 1001", "closed");
  }

  @Test
  void noComfortIsHeardTwiceInTenMinutes() {
    for (int minute = 0; minute < 15; minute++) {
      hotline.queues.stays().asks(true, true, Why.TIME);
    }
    hotline.queues.stays();
    for (int stay = 0; stay < 15; stay++) {
      hotline.queues.ends(Waited.without(How.TIME_OVER));
    }
    hotline.queues.ends(Waited.talked("1001"));

    hotline.call(caller.hears("greeting").presses("0"));

    List<Turn> questions =
        hotline.log.turns().stream().filter(turn -> turn.key().equals("queue-choice")).toList();
    assertThat(questions).hasSize(15);
    for (Turn first : questions) {
      assertThat(questions)
          .filteredOn(
              other ->
                  other.from().compareTo(first.from()) > 0
                      && other.from().minus(first.from()).toSeconds() < 590)
          .extracting(turn -> turn.text().split("。")[0])
          .doesNotContain(first.text().split("。")[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"给我回电话吧", "你们打给我", "回拨"})
  void sheIsCalledBackForTheAsking(String words) {
    hotline.queues.stays().ends(Waited.without(How.TIME_OVER)).asks(true, true, Why.TIME);

    hotline.follows(
        caller
            .hears("greeting")
            .presses("0")
            .hears("queue-choice")
            .says(words)
            .hears("queue-callback"));

    assertThat(hotline.queues.told()).containsExactly("TIME_OVER", "call back", "closed");
    assertThat(hotline.ticket().text()).isEqualTo("要找人工；要回电话");
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void whatSheTellsInsteadOfAnAnswerIsKeptAndSheWaitsOn() {
    hotline
        .queues
        .stays()
        .ends(Waited.without(How.TIME_OVER))
        .asks(true, true, Why.TIME)
        .stays()
        .ends(Waited.talked("1001"));

    hotline.follows(caller.hears("greeting").presses("0").hears("queue-choice").says("我家楼上的水管在漏水"));

    assertThat(hotline.ticket().text()).isEqualTo("我家楼上的水管在漏水");
    assertThat(hotline.queues.told()).endsWith("talked 1001", "closed");
  }

  @Test
  void whereNoCallBackCanBePromisedSheIsAskedAgainWithoutIt() {
    hotline
        .queues
        .withoutCallBacks()
        .stays()
        .ends(Waited.without(How.TIME_OVER))
        .asks(true, true, Why.TIME)
        .asks(true, true, Why.TIME)
        .stays()
        .ends(Waited.talked("1001"));

    hotline.follows(
        caller
            .hears("greeting")
            .presses("0")
            .hears("queue-choice")
            .presses("2")
            .hears("queue-callback-failed")
            .hears("queue-choice-wait")
            .presses("1"));

    assertThat(hotline.queues.told()).contains("talked 1001");
  }

  @Test
  void sheTellsTheMachineAndItIsATicket() {
    hotline.queues.stays().ends(Waited.without(How.KEY)).asks(true, true, Why.TIME);

    hotline.follows(
        caller
            .hears("greeting")
            .presses("0")
            .hears("queue-choice")
            .presses("3")
            .hears("record-message")
            .says("二号楼停水一天了")
            .hears("ticket-opened-noted"));

    assertThat(hotline.ticket().text()).isEqualTo("二号楼停水一天了");
    assertThat(hotline.queues.told()).containsExactly("KEY", "closed");
  }

  @Test
  void withoutAgentsSheIsOfferedACallBackAtOnceAndSilenceIsRecorded() {
    hotline.queues.asks(false, true, Why.NOBODY);

    hotline.follows(
        caller
            .hears("greeting")
            .presses("0")
            .hears("queue-choice-back")
            .silent()
            .hears("queue-choice-again")
            .silent()
            .hears("record-message")
            .says("电梯门关不上")
            .hears("ticket-opened-noted"));

    assertThat(saidTo("queue-choice-back")).startsWith("现在没有工作人员可以接听。");
    assertThat(hotline.phones.rung()).isEmpty();
  }

  @Test
  void outOfHoursWithAWithheldNumberTheMachineTakesItAtOnce() {
    hotline.queues.asks(false, false, Why.CLOSED);

    hotline
        .withholdingTheNumber()
        .follows(
            caller
                .hears("greeting")
                .presses("0")
                .hears("queue-closed")
                .hears("record-message")
                .says("电梯门关不上")
                .hears("ticket-opened-noted"));
  }

  @Test
  void inAStormTheAnnouncementComesFirstAndOnce() {
    QueueMove storm =
        new QueueMove.Choice(true, true, Why.STORM, Optional.of(new Prompt.Spoken("三号楼停电，正在抢修。")));
    hotline
        .queues
        .moves(storm)
        .stays()
        .ends(Waited.without(How.TIME_OVER))
        .moves(storm)
        .stays()
        .ends(Waited.talked("1001"));

    hotline.follows(
        caller
            .hears("greeting")
            .presses("0")
            .hears("queue-choice")
            .presses("1")
            .hears("queue-choice")
            .presses("1"));

    List<String> questions =
        hotline.log.turns().stream()
            .filter(turn -> turn.key().equals("queue-choice"))
            .map(Turn::text)
            .toList();
    assertThat(questions.get(0)).startsWith("三号楼停电，正在抢修。现在打电话的人很多。");
    assertThat(questions.get(1)).startsWith("现在打电话的人很多。");
  }

  @Test
  void theLongestWaitEndsInARecordingAndATicket() {
    hotline.queues.stays().ends(Waited.without(How.TIME_OVER)).moves(new QueueMove.Enough());

    hotline.follows(
        caller
            .hears("greeting")
            .presses("0")
            .hears("queue-longest")
            .hears("record-message")
            .says("楼道灯坏了")
            .hears("ticket-opened-noted"));

    assertThat(hotline.ticket().text()).contains("楼道灯坏了");
  }

  @Test
  void whoHangsUpInTheQueueKeepsHerTicketAndTheQueueKnows() {
    hotline.queues.stays();

    hotline.follows(
        caller
            .hears("greeting")
            .says("停水了")
            .hears("ask-estate")
            .presses("0")
            .hears(QUEUE)
            .hangsUp());

    assertThat(hotline.queues.told()).containsExactly("gone", "closed");
    assertThat(hotline.ticket().text()).isEqualTo("停水了");
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.UNFINISHED);
  }

  @Test
  void whoHangsUpAfterTheTalkHasTalked() {
    hotline.queues.talkedBeforeSheHungUp("坐席 1003").stays();

    hotline.follows(caller.hears("greeting").presses("0").hears(QUEUE).hangsUp());

    assertThat(hotline.ticket().text()).contains("已由人工接听：坐席 1003");
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void dangerInTheQueueIsAnEmergencyAndRingsThePeopleOnDuty() {
    hotline.phones.answers(FakeDirectory.DUTY);
    hotline.queues.stays().ends(Waited.without(How.TIME_OVER)).asks(true, true, Why.TIME);

    hotline.follows(
        caller
            .hears("greeting")
            .presses("0")
            .hears("queue-choice")
            .says("三楼着火了")
            .hears("emergency-confirm")
            .silent()
            .hears("emergency-waiting")
            .talks());

    assertThat(hotline.queues.told()).containsExactly("TIME_OVER", "closed");
    assertThat(hotline.phones.rung()).containsExactly(FakeDirectory.DUTY);
    assertThat(hotline.ticket().intent().emergency()).isTrue();
  }

  @Test
  void inAnEmergencyAnAgentMayBeFasterThanWhoeverIsOnDuty() {
    hotline.queues.answersAlarms(new PhoneLine("坐席", new PhoneNumber("1001")));

    hotline.follows(
        caller
            .hears("greeting")
            .says("三楼着火了")
            .hears("emergency-confirm")
            .silent()
            .hears("emergency-waiting")
            .talks());

    assertThat(hotline.queues.needs().emergency()).isTrue();
    assertThat(hotline.ticket().intent().emergency()).isTrue();
    assertThat(hotline.log.said()).contains("emergency-connected");
  }

  @Test
  void whereAsteriskHasNoQueueThePhonesOfTheDirectoryAreRung() {
    hotline.phones.answers(FakeDirectory.DESK);
    hotline.queues.stays().ends(Waited.without(How.IMPOSSIBLE));

    hotline.follows(
        caller
            .hears("greeting")
            .presses("0")
            .hears("queue-waiting")
            .hears("person-waiting")
            .talks());

    assertThat(hotline.phones.rung()).containsExactly(FakeDirectory.DESK);
  }
}
