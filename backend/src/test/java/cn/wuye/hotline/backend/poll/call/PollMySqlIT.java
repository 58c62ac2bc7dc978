package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class PollMySqlIT extends PollCases {}
