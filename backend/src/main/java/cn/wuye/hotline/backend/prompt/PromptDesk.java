package cn.wuye.hotline.backend.prompt;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.Fault;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import cn.wuye.hotline.ivr.prompt.RecordSheet;
import cn.wuye.hotline.ivr.prompt.Take;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What an administrator does with the prompts. */
@Component
public class PromptDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PromptDesk.class);

  private final PromptRecordings recordings;
  private final Supplier<PromptCatalogue> catalogue;
  private final EspeakPrompts prompts;
  private final PromptConfiguration.Refresher refresher;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  PromptDesk(
      PromptRecordings recordings,
      Supplier<PromptCatalogue> catalogue,
      EspeakPrompts prompts,
      PromptConfiguration.Refresher refresher,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    this.recordings = recordings;
    this.catalogue = catalogue;
    this.prompts = prompts;
    this.refresher = refresher;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of a recording that was brought. */
  public sealed interface Result {}

  /** It is played from the next prompt on, by every node within seconds. */
  public record Kept() implements Result {}

  /** It is no sound that can be read; what was there before stays. */
  public record Unreadable() implements Result {}

  /** It is not good enough; what was there before stays. */
  public record Faulty(List<Fault> faults) implements Result {}

  /** The catalogue has no such prompt. */
  public record Unknown() implements Result {}

  /** All prompts as they are now. */
  public PromptBoard board(SignedInUser me) {
    admitted(me);
    return new PromptBoard(RecordSheet.of(catalogue.get().fixed()), recordings.all());
  }

  /** The sound of a prompt in a set, a WAV: its own recording, or what is played instead. */
  public Optional<byte[]> sound(VoiceSet set, String key, SignedInUser me) {
    Optional<PromptLine> line = board(me).line(set, key);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    // From the database: this node's files may be a moment behind.
    if (line.get().state() == PromptState.RECORDED) {
      return recordings.sound(set, key);
    }
    return line.get().state() == PromptState.DEFAULT_SET
        ? recordings.sound(VoiceSet.DEFAULT, key)
        : Optional.of(prompts.wav(new Prompt(key, List.of(line.get().line().piece()))));
  }

  /**
   * Takes a recording for a prompt, made fit for the telephone.
   *
   * @param wav PCM of any rate
   */
  public Result replace(VoiceSet set, String key, byte[] wav, SignedInUser me) {
    Optional<PromptLine> line = board(me).line(set, key);
    if (line.isEmpty()) {
      return new Unknown();
    }
    Take take;
    try {
      take = Take.of(wav, line.get().text());
    } catch (IOException e) {
      LOG.info("a recording for {} was refused: {}", key, e.getMessage());
      return new Unreadable();
    }
    if (!take.faults().isEmpty()) {
      return new Faulty(take.faults());
    }
    String words = line.get().text();
    Kept kept =
        transactions.run(
            () -> {
              recordings.keep(
                  set,
                  key,
                  words,
                  take,
                  PromptRecording.BY_A_PERSON,
                  Utc.now(clock),
                  me.displayName());
              record(AuditAction.PROMPT_REPLACED, set, key, me);
              return new Kept();
            });
    done(AuditAction.PROMPT_REPLACED, set, key, me);
    return kept;
  }

  /** Removes a recording; what stands in for it is played from the next prompt on. */
  public boolean remove(VoiceSet set, String key, SignedInUser me) {
    admitted(me);
    boolean was =
        transactions.run(
            () -> {
              boolean there = recordings.remove(set, key);
              if (there) {
                record(AuditAction.PROMPT_REMOVED, set, key, me);
              }
              return there;
            });
    if (was) {
      done(AuditAction.PROMPT_REMOVED, set, key, me);
    }
    return was;
  }

  private void record(AuditAction action, VoiceSet set, String key, SignedInUser me) {
    audit.record(Audit.user(me.getUsername()), action, "prompt:" + set + "/" + key, Map.of());
  }

  private void done(AuditAction action, VoiceSet set, String key, SignedInUser me) {
    LOG.info("{} {} of {} by {}", action, key, set, me);
    refresher.now();
  }

  private static void admitted(SignedInUser me) {
    if (!me.administersAll()) {
      throw new AccessDeniedException("prompts are for administrators of the company");
    }
  }
}
