package cn.wuye.hotline.router.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asteriskjava.manager.SendActionCallback;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

/** One action on its way: its answer, an error's words, or the end of patience. */
final class PendingAction {
  private PendingAction() {}

  static CompletableFuture<ManagerResponse> send(
      AmiSession session, ManagerAction action, Duration timeout) {
    CompletableFuture<ManagerResponse> answer = new CompletableFuture<>();
    String name = action.getAction();
    SendActionCallback callback = response -> complete(answer, name, response);
    try {
      session.sendAction(action, callback);
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      answer.completeExceptionally(new AmiException(name + " not sent: " + e.getMessage(), e));
    }
    return answer
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(e -> CompletableFuture.failedFuture(explain(name, timeout, e)));
  }

  private static void complete(
      CompletableFuture<ManagerResponse> answer, String name, @Nullable ManagerResponse response) {
    if (response == null) {
      answer.completeExceptionally(new AmiException(name + ": connection lost before the answer"));
    } else if (response instanceof ManagerError) {
      answer.completeExceptionally(new AmiException(name + " refused: " + response.getMessage()));
    } else {
      answer.complete(response);
    }
  }

  private static Throwable explain(String name, Duration timeout, Throwable e) {
    return e instanceof TimeoutException
        ? new AmiException(name + " not answered within " + timeout.toMillis() + " ms")
        : e;
  }
}
