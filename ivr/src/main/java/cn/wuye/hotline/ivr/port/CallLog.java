package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;

/**
 * Keeps every act of every call. Each method is durable on return against the death of the
 * application (a local file, not the database), takes milliseconds, and never throws because of the
 * database.
 */
public interface CallLog {
  /** A call was answered. */
  void started(Call call);

  /** Something was said, heard, pressed. */
  void turn(CallId call, Turn turn);

  /** The dialog has ended; after this nothing more comes for the call. */
  void ended(CallId call);
}
