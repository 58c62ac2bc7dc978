package cn.wuye.hotline.backend.survey.followup;

/** What became of answers that were entered. */
public enum Entry {
  KEPT,
  /** The survey was answered or closed before, or there is none such: nothing is kept. */
  OVER,
  /** She is being asked on the phone just now: nothing is kept. */
  ON_THE_PHONE
}
