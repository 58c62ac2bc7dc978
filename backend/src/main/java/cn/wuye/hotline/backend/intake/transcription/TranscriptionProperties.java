package cn.wuye.hotline.backend.intake.transcription;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Text from recordings.
 *
 * @param secondOpinion whether every call's recording is heard once more by the engine for
 *     recordings, beside the text of the call itself; else only those whose ticket waits for words
 * @param talks whether talks with agents are heard after the call, both sides
 */
@ConfigurationProperties(value = "hotline.transcription", ignoreUnknownFields = false)
record TranscriptionProperties(
    @DefaultValue("false") boolean secondOpinion, @DefaultValue("true") boolean talks) {}
