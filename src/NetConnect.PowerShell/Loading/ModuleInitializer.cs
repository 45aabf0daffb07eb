using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace NetConnect.PowerShell;

/// <summary>What happens when a runspace imports the module, and when it removes it.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <summary>Makes AWSSDK findable, and loads the contract.</summary>
    public void OnImport()
    {
        SdkLoader.Install();
        // PowerShell looks a type up among the loaded assemblies: without this [NetConnect.VpcPeering] is unknown until a first command
        // has run.
        RuntimeHelpers.RunModuleConstructor(typeof(VpcPeering).Module.ModuleHandle);
    }

    /// <summary>Stops the runspace's sandbox and forgets its sessions. What resolves assemblies stays: other runspaces use it.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        RunspaceSandbox.Current.Stop();
        RunspaceSessions.Current.Clear();
    }
}
