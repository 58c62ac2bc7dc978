package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;

/** What belongs to one call in progress. */
record CallContext(
    Call call,
    AgiLine agi,
    CallTime time,
    TurnReport report,
    CallSpotter spotter,
    SpokenNow spoken,
    TelephoneParts parts,
    TelephoneSettings settings) {}
