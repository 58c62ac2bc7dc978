package cn.wuye.hotline.backend.quality;

/**
 * What one criterion was given.
 *
 * @param position of the criterion in its version
 * @param remark at most {@value #MAX_REMARK} characters; may be empty
 */
public record Mark(int position, int points, String remark) {
  /** Longest remark, in characters. */
  public static final int MAX_REMARK = 200;
}
