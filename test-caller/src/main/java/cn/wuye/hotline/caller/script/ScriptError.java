package cn.wuye.hotline.caller.script;

/** A script that cannot be played; the message names file, line, step and what is allowed. */
public final class ScriptError extends Exception {
  private static final long serialVersionUID = 1L;

  public ScriptError(String message) {
    super(message);
  }
}
