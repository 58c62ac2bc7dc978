package cn.wuye.hotline.backend.moving;

import java.util.List;

/** How the rows of one sheet are judged and written. */
interface SheetRules {
  Sheet sheet();

  /** Rows of the same key that follow each other are one thing; most sheets have one row each. */
  default String key(StagedRow row) {
    return "";
  }

  /**
   * Judges some things against the database, and against what was seen before in the same file.
   *
   * @param things each of one row or more
   */
  List<Verdict> judge(List<List<StagedRow>> things, Check check);
}
