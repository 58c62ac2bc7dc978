package cn.wuye.hotline.backend.poll.page;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class PollPageMariaDbIT extends PollPageCases {}
