/// How the nightly job is run by the system. Printed, so that what is installed fits what is run.
enum Schedule {
  static let text = """
    # /etc/systemd/system/readback.service
    [Unit]
    Description=Readback: read new ticket exports and report
    ConditionPathExists=/etc/readback/readback.yml

    [Service]
    Type=oneshot
    ExecStart=/usr/local/bin/readback run --config /etc/readback/readback.yml --quiet
    # 1: a gate was crossed; 3: rows were lost; 75: another run is at it. Only the last is as good as done.
    SuccessExitStatus=75
    User=readback
    Group=readback
    UMask=0027
    Nice=10
    IOSchedulingClass=idle
    # The history and the reports; exports are only read.
    StateDirectory=readback
    PrivateTmp=yes
    ProtectSystem=strict
    ProtectHome=yes
    PrivateDevices=yes
    PrivateNetwork=yes
    ProtectKernelTunables=yes
    ProtectKernelModules=yes
    ProtectKernelLogs=yes
    ProtectControlGroups=yes
    ProtectClock=yes
    ProtectHostname=yes
    ProtectProc=invisible
    RestrictAddressFamilies=none
    RestrictNamespaces=yes
    RestrictRealtime=yes
    RestrictSUIDSGID=yes
    LockPersonality=yes
    MemoryDenyWriteExecute=yes
    NoNewPrivileges=yes
    CapabilityBoundingSet=
    SystemCallArchitectures=native
    SystemCallFilter=@system-service
    SystemCallFilter=~@privileged

    # /etc/systemd/system/readback.timer
    [Unit]
    Description=Readback every night

    [Timer]
    OnCalendar=*-*-* 03:15:00
    RandomizedDelaySec=10min
    Persistent=true

    [Install]
    WantedBy=timers.target

    # Or a line for cron (crontab -e); what goes wrong is mailed by cron:
    # 15 3 * * * /usr/local/bin/readback run --config /etc/readback/readback.yml --quiet
    """
}
