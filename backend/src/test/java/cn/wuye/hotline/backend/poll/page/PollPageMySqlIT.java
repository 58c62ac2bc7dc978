package cn.wuye.hotline.backend.poll.page;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class PollPageMySqlIT extends PollPageCases {}
