package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.spool.SpoolSound;
import cn.wuye.hotline.backend.intake.spool.Wav;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A recording on its way into the store.
 *
 * @param wav what the file holds, its header being right
 * @param recordedAt when it begins
 */
record SoundEntry(CallId call, SpoolSound sound, Path file, Wav wav, Instant recordedAt) {}
