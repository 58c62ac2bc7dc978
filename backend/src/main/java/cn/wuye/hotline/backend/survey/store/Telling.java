package cn.wuye.hotline.backend.survey.store;

/** One thing that was told, with what it is about. */
public interface Telling {
  /** How it was told. */
  Told told();
}
