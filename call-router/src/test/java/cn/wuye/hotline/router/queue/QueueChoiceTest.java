package cn.wuye.hotline.router.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueChoiceTest {
  @ParameterizedTest
  @CsvSource({
    "'', cmn, '', false, general",
    "'', '', '', false, general",
    "1, cmn, '', false, 'north general'",
    "3, cmn, '', false, general",
    "3, yue, '', false, 'yue general'",
    "3, cmn, fees, false, 'fees general'",
    "3, yue, fees, false, 'yue fees general'",
    "1, yue, fees, false, 'yue fees north general'",
    "3, hak, staff, false, general",
    "3, cmn, '', true, 'urgent general'",
    "3, yue, fees, true, 'urgent-yue urgent yue fees general'",
  })
  void ranksWhatSuitsTheCaller(
      String estate, String dialect, String category, boolean emergency, String codes) {
    CallerNeeds caller = new CallerNeeds(estate, dialect, category, emergency, false);

    assertThat(QueueChoice.ranked(caller, Queues.ALL))
        .extracting(QueueDefinition::code)
        .containsExactly(codes.split(" "));
  }

  @Test
  void theOrderInWhichQueuesAreListedDoesNotMatter() {
    List<QueueDefinition> sorted =
        Queues.ALL.stream().sorted(Comparator.comparing(QueueDefinition::code)).toList();
    CallerNeeds caller = new CallerNeeds("1", "yue", "fees", true, true);

    assertThat(QueueChoice.ranked(caller, sorted))
        .isEqualTo(QueueChoice.ranked(caller, Queues.ALL));
  }

  @Test
  void aQueueWithoutAnybodyIsPassedOver() {
    CallerNeeds caller = Queues.caller("1", "yue", "");

    assertThat(QueueChoice.best(caller, Queues.ALL, Queues.GENERAL::equals))
        .contains(Queues.GENERAL);
    assertThat(QueueChoice.best(caller, Queues.ALL, queue -> true)).contains(Queues.YUE);
  }

  @Test
  void whereNobodyIsSignedInItIsTheBestAllTheSame() {
    assertThat(QueueChoice.best(Queues.caller("3", "yue", ""), Queues.ALL, queue -> false))
        .contains(Queues.YUE);
    assertThat(QueueChoice.best(Queues.caller("3", "cmn", ""), List.of(Queues.YUE), q -> true))
        .isEmpty();
  }

  @Test
  void nobodyIsSentToASkillThatSheDoesNotNeed() {
    for (String dialect : List.of("cmn", "yue", "hak", "")) {
      for (String category : List.of("", "fees", "staff")) {
        CallerNeeds caller = Queues.caller("1", dialect, category);
        assertThat(QueueChoice.ranked(caller, Queues.ALL))
            .allSatisfy(queue -> assertThat(caller.skills()).containsAll(queue.skills()));
      }
    }
  }

  @Test
  void ofTwoAlikeTheHeavierComesFirst() {
    QueueDefinition light = Queues.queue("a", Set.of(), Set.of());
    QueueDefinition heavy =
        new QueueDefinition("b", "b", Set.of(), Set.of(), 5, QueueLimits.DEFAULT);

    assertThat(QueueChoice.ranked(Queues.caller("", "cmn", ""), List.of(light, heavy)))
        .containsExactly(heavy, light);
  }
}
