package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.DueCall;
import cn.wuye.hotline.backend.survey.PlannedCall;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessResourceFailureException;

/** A plan in memory, shared by the nodes of a test; can lose its database. */
final class FakePlan implements SurveyPlan {
  private final Map<Long, PlannedCall> planned = new LinkedHashMap<>();
  private final Map<Long, Instant> leases = new LinkedHashMap<>();
  private final Map<Long, Taken> taken = new LinkedHashMap<>();
  private final List<String> outcomes = new ArrayList<>();
  private final CallKind kind;
  private long refused;
  private int looks;
  private boolean paused;
  private int failures;

  /** One of surveys about tickets. */
  FakePlan() {
    this(CallKind.TICKET);
  }

  FakePlan(CallKind kind) {
    this.kind = kind;
  }

  @Override
  public CallKind kind() {
    return kind;
  }

  synchronized void plan(long id, String number, Instant due) {
    planned.put(
        id,
        new PlannedCall(
            new DueCall(id, new PhoneNumber(number), due, DueCall.Priority.ORDINARY), 1));
  }

  /** So often the database is away when an outcome is told. */
  synchronized void failing(int times) {
    failures = times;
  }

  /** What became of this survey's calls can never be entered. */
  synchronized void refuse(long survey) {
    refused = survey;
  }

  /** What was told, "17-1 busy". */
  synchronized List<String> outcomes() {
    return List.copyOf(outcomes);
  }

  synchronized int open() {
    return planned.size();
  }

  /** How often it was asked who may be phoned. */
  synchronized int looks() {
    return looks;
  }

  @Override
  public synchronized List<PlannedCall> due(Instant now, int most) {
    looks++;
    return planned.values().stream()
        .filter(survey -> !paused && !survey.call().due().isAfter(now))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized boolean take(long survey, String node, Instant until) {
    PlannedCall found = planned.remove(survey);
    if (found == null) {
      return false;
    }
    taken.put(survey, new Taken(survey, found.attempt(), node));
    leases.put(survey, until);
    return true;
  }

  @Override
  public synchronized void outcome(long survey, int attempt, CallOutcome outcome, Instant at) {
    if (failures > 0) {
      failures--;
      throw new DataAccessResourceFailureException("the database is away");
    }
    if (survey == refused) {
      throw new IllegalStateException("something is wrong with this one");
    }
    if (taken.remove(survey) != null) {
      outcomes.add(survey + "-" + attempt + " " + outcome.code());
    }
  }

  @Override
  public synchronized List<Taken> lost(Instant now, int most) {
    return taken.values().stream()
        .filter(each -> !leases.getOrDefault(each.id(), Instant.MAX).isAfter(now))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized boolean paused() {
    return paused;
  }

  @Override
  public synchronized void pause(String by) {
    paused = true;
  }

  @Override
  public synchronized void resume(String by) {
    paused = false;
  }
}
