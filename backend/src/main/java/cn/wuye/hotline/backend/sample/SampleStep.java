package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Verb;
import java.time.Instant;

/** One change of state in the life of a made-up ticket. */
record SampleStep(Instant at, String actor, Verb verb, State from, State to, String reason) {}
