using System.Net.Sockets;
using NetConnect.PowerShell.Tests.Hosting;

namespace NetConnect.PowerShell.Tests.Sessions;

public sealed class SandboxCmdletTests
{
    [Fact]
    public void Stopping_ends_the_endpoint_and_forgets_its_session()
    {
        using var runspace = new ModuleRunspace();
        Uri endpoint = runspace.Run("Start-NetConnectSandbox").Succeeded().Single().Endpoint;
        runspace.Run("Stop-NetConnectSandbox").Succeeded();
        Assert.Empty(runspace.Run("Get-NetConnectSandbox").Succeeded().Output);
        Assert.False(Listens(endpoint));
        runspace.Run("Stop-NetConnectSandbox").Succeeded();
    }

    [Fact]
    public void Removing_the_module_stops_it()
    {
        using var runspace = new ModuleRunspace();
        Uri endpoint = runspace.Run("Start-NetConnectSandbox").Succeeded().Single().Endpoint;
        runspace.Run("Remove-Module", ("Name", "NetConnect")).Succeeded();
        Assert.False(Listens(endpoint));
    }

    [Fact]
    public void A_second_one_in_a_runspace_is_refused_and_one_in_another_is_its_own()
    {
        using var runspace = new ModuleRunspace();
        using var other = new ModuleRunspace();
        runspace.Run("Start-NetConnectSandbox").Succeeded();
        Assert.Equal(["SandboxRunning"], runspace.Run("Start-NetConnectSandbox").ErrorIds);
        other.Run("Start-NetConnectSandbox").Succeeded();
        Assert.NotEqual(Endpoint(runspace), Endpoint(other));
        runspace.Run("Stop-NetConnectSandbox").Succeeded();
        other.Run("Stop-NetConnectSandbox").Succeeded();
    }

    [Fact]
    public void A_seed_that_is_not_there_or_says_nothing_is_an_error_of_its_own()
    {
        using var runspace = new ModuleRunspace();
        Assert.Equal(["SandboxNotStarted"], runspace.Run("Start-NetConnectSandbox", ("Seed", "/nowhere/seed.json")).ErrorIds);
        Assert.Empty(runspace.Run("Get-NetConnectSandbox").Output);
    }

    [Fact]
    public void WhatIf_starts_nothing()
    {
        using var runspace = new ModuleRunspace();
        Assert.Empty(runspace.Run("Start-NetConnectSandbox", ("WhatIf", true)).Succeeded().Output);
    }

    private static Uri Endpoint(ModuleRunspace runspace) => runspace.Run("Get-NetConnectSandbox").Single().Endpoint;

    private static bool Listens(Uri endpoint)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(endpoint.Host, endpoint.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
