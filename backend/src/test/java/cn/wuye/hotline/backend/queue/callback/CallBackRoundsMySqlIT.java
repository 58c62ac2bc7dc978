package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class CallBackRoundsMySqlIT extends CallBackRoundsCases {}
