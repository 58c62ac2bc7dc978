package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class PollMariaDbIT extends PollCases {}
