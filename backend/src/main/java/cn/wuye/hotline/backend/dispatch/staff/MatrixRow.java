package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.backend.dispatch.Responsibility;

/**
 * A row of the matrix as it is kept.
 *
 * @param id 0 for one that is not there yet
 */
public record MatrixRow(long id, long version, Responsibility responsibility) {}
