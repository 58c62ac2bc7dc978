package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.intent.Intent;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that goes on where a caller lives and is being seen to.
 *
 * @param ticket number of the ticket at its head, digits only
 * @param words as it is said, "3号楼停电"
 * @param intent what it is about
 * @param expectedEnd empty when nobody knows, or when that moment has passed
 */
public record KnownIncident(
    String ticket, String words, Intent intent, Optional<Instant> expectedEnd) {}
