package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.survey.CallOutcome;
import java.util.concurrent.CompletableFuture;

/** The telephone of this node, as far as surveys need it. Implemented by whoever has one. */
public interface SurveyTelephone {
  /**
   * What goes on now.
   *
   * @param trunk the PJSIP endpoint whose lines are counted
   */
  LinesNow lines(String trunk);

  /**
   * Phones a resident; returns at once. The outcome comes when the call is over, for certain, and
   * never exceptionally.
   */
  CompletableFuture<CallOutcome> phone(SurveyRing call);
}
