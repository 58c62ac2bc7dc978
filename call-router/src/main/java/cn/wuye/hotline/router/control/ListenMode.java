package cn.wuye.hotline.router.control;

import cn.wuye.hotline.router.control.CallControl.Place;

/** How somebody takes part in a talk that is not hers. */
public enum ListenMode {
  /** She hears both, and nobody hears her. */
  LISTEN("listen"),
  /** The agent hears her, too, and the caller does not. */
  WHISPER("whisper"),
  /** Both hear her. */
  BARGE("barge");

  /** How the ids of channels begin that listen in. */
  public static final String PREFIX = "listen-";

  /** The variable of such a channel that names the one which is listened to. */
  public static final String HEARD = "HOTLINE_LISTENED";

  private static final String CONTEXT = "hotline-listen";

  private final String extension;

  ListenMode(String extension) {
    this.extension = extension;
  }

  /** Where in the dialplan it is done. */
  public Place place() {
    return new Place(CONTEXT, extension);
  }
}
