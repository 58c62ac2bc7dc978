package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recognition by a server. The sound of the utterance is kept: when the server fails in the midst
 * of it, this node hears all of it again and goes on. Each utterance has a connection of its own,
 * because vosk-server ends it with the utterance. Used by one thread at a time.
 */
final class RemoteRecognition implements Recognition {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteRecognition.class);
  private static final Recognized NOT_DECODED = new Recognized("", 0, false);

  private final RemoteEngine engine;
  private final Listening listening;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean keptAll = true;
  private boolean heard;
  private @Nullable SpeechServer server;
  private @Nullable ServerStream stream;
  private Optional<Recognition> local = Optional.empty();
  private boolean standIn;
  private boolean closed;

  /**
   * @param server taken for the first utterance
   */
  RemoteRecognition(RemoteEngine engine, Listening listening, SpeechServer server) {
    this.engine = engine;
    this.listening = listening;
    this.server = server;
  }

  @Override
  public void accept(byte[] pcm) {
    if (closed || pcm.length < 2) {
      return;
    }
    if (!heard) {
      heard = true;
      standIn = false;
      beginUtterance();
    }
    keep(pcm);
    ServerStream remote = stream;
    if (remote == null) {
      local.ifPresent(node -> node.accept(pcm));
      return;
    }
    remote.send(pcm);
    if (remote.failed()) {
      settle(remote, true);
      takeOver();
    }
  }

  private void beginUtterance() {
    SpeechServer chosen = server != null ? server : engine.take().orElse(null);
    server = chosen;
    if (chosen != null) {
      stream = engine.open(listening, chosen);
    } else {
      standIn = true;
      local = ownEar();
    }
  }

  private void keep(byte[] pcm) {
    if (stream != null && keptAll) {
      keptAll = kept.size() + pcm.length <= listening.mostKept();
      if (keptAll) {
        kept.writeBytes(pcm);
      }
    }
  }

  /** This node hears what was said so far, and goes on. */
  private void takeOver() {
    standIn = true;
    local = ownEar();
    local.ifPresent(node -> node.accept(kept.toByteArray()));
  }

  /** In mid-utterance nobody above expects a failure: the call goes on, the recording has it. */
  private Optional<Recognition> ownEar() {
    try {
      return listening.local().get();
    } catch (RuntimeException e) {
      LOG.error("this node cannot take over from a speech server; its recording is left", e);
      return Optional.empty();
    }
  }

  @Override
  public Recognized finish(Duration budget) {
    if (closed) {
      return NOT_DECODED;
    }
    if (!heard) {
      return Recognized.NOTHING;
    }
    try {
      return finishUtterance(budget);
    } finally {
      forget();
    }
  }

  private Recognized finishUtterance(Duration budget) {
    long deadline = System.nanoTime() + budget.toNanos();
    ServerStream remote = stream;
    if (remote != null) {
      remote.end();
      Duration wait = listening.wait(budget);
      try {
        Recognized answer = remote.answer().get(wait.toNanos(), TimeUnit.NANOSECONDS);
        settle(remote, true);
        return answer;
      } catch (ExecutionException e) {
        settle(remote, true);
      } catch (TimeoutException e) {
        boolean blamed = listening.blames(budget);
        if (blamed && server != null) {
          server.failed("did not answer within %d ms".formatted(wait.toMillis()));
        }
        settle(remote, false);
        if (!blamed) {
          return soFar(remote);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        settle(remote, false);
        return NOT_DECODED;
      }
      takeOver();
    }
    Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    Recognized answer = local.map(node -> node.finish(left)).orElseGet(() -> soFar(remote));
    return keptAll ? answer : new Recognized(answer.text(), answer.confidence(), false);
  }

  /** Nobody decodes the rest. */
  private Recognized soFar(@Nullable ServerStream remote) {
    String text = remote != null && listening.running() ? remote.partial() : "";
    return new Recognized(text, 0, false);
  }

  /** The server is free again; what became of the utterance tells how it is. */
  private void settle(ServerStream remote, boolean telling) {
    SpeechServer used = server;
    if (used != null) {
      if (telling && remote.failed()) {
        used.failed(String.valueOf(remote.answer().handle((text, why) -> why.getMessage()).join()));
      } else if (telling) {
        used.succeeded();
      }
      used.giveBack();
    }
    remote.abandon();
    server = null;
    stream = null;
  }

  /** What comes next is another utterance. */
  private void forget() {
    kept.reset();
    keptAll = true;
    heard = false;
    local.ifPresent(Recognition::close);
    local = Optional.empty();
  }

  @Override
  public boolean byStandIn() {
    return standIn;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    ServerStream remote = stream;
    if (remote != null) {
      settle(remote, remote.failed());
    } else if (server != null) {
      server.giveBack();
      server = null;
    }
    forget();
  }
}
