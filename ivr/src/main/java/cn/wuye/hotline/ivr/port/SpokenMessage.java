package cn.wuye.hotline.ivr.port;

/** A message that is read to somebody who was phoned and has answered. */
public interface SpokenMessage {
  /** What is read, in Chinese, without greeting and keys. */
  String words();

  /** What the key that confirms it means. */
  Ask ask();

  /**
   * The key that confirms it was pressed. Durable on return.
   *
   * @return what she is told
   */
  Reply confirmed();

  /** It was read to its end, and no key was pressed. */
  void heard();

  /** The call is over; after this nothing more comes. */
  void ended();

  /** What somebody is asked for. */
  enum Ask {
    /** To say that she knows. */
    KNOW,
    /** To do the job. */
    JOB,
    /** To see to it that somebody does the job. */
    CARE
  }

  /** What became of a confirmation. */
  enum Reply {
    /** It is noted that she knows. */
    NOTED,
    /** The job is hers. */
    YOURS,
    /** She sees to it that somebody has the job. */
    CARE,
    /** Somebody was faster, or the work is over. */
    TAKEN,
    /** It could not be noted; somebody else will be asked. */
    FAILED
  }
}
