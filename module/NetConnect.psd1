@{
    RootModule        = 'NetConnect.psm1'
    ModuleVersion     = '0.1.0'
    GUID              = '5b8d2a4e-6f0b-4d0e-9a53-0c8f2f1f6a57'
}
