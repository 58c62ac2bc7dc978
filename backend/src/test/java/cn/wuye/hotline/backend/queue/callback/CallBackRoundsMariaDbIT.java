package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class CallBackRoundsMariaDbIT extends CallBackRoundsCases {}
