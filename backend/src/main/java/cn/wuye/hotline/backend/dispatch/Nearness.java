package cn.wuye.hotline.backend.dispatch;

/** How near somebody is to a job, the nearest first. */
enum Nearness {
  SAME_BUILDING,
  SAME_ESTATE,
  /** In another estate, or nobody knows where. */
  ELSEWHERE
}
