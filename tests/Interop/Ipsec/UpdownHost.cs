using NetConnect.Devices;
using NetConnect.Interop.Tests.Hosting;
using NetConnect.Interop.Tests.Networks;

namespace NetConnect.Interop.Tests.Ipsec;

/// <summary>A host with the exported script, called as an IPsec daemon calls it.</summary>
internal sealed class UpdownHost
{
    private readonly Lab _lab;
    private readonly string _script;

    public UpdownHost(Lab lab, string name, string format)
    {
        _lab = lab;
        Name = name;
        DeviceFile script = DeviceFormats.Get(format).Render(SampleVpn.Input(new())).Files.Single(file => file.IsScript);
        // Names in /run are the device's; a test has its own.
        _script = lab.Write(script.Name, script.Text.Replace("/run/", lab.Folder + "/", StringComparison.Ordinal));
    }

    public string Name { get; }

    public async Task RunAsync(int tunnel, string verb, int association) =>
        (await TraceAsync(SampleVpn.Outside[tunnel], verb, association)).Succeeded();

    public Task<ProgramRun> TraceAsync(int tunnel, string verb, int association) =>
        TraceAsync(SampleVpn.Outside[tunnel], verb, association);

    /// <summary>Runs the script and has the shell write each command.</summary>
    public Task<ProgramRun> TraceAsync(string peer, string verb, int association) =>
        _lab.RunOnAsync(Name, "env", $"PLUTO_PEER={peer}", $"PLUTO_VERB={verb}", $"PLUTO_UNIQUEID={association}", "sh", "-x", _script);
}
