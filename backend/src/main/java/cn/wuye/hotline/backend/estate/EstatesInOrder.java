package cn.wuye.hotline.backend.estate;

import java.util.List;

/** All estates at once. */
public interface EstatesInOrder {
  /** In the order their keys are read out; two statements, however many there are. */
  List<Estate> findAllByOrderByPositionAscIdAsc();
}
