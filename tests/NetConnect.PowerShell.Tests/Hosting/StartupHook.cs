using System.Runtime.Loader;

/// <summary>Loads another AWSSDK into the default load context of a process before its Main runs, as a module imported earlier would have done.</summary>
/// <remarks>The runtime looks for this name outside any namespace, in the assemblies that DOTNET_STARTUP_HOOKS names.</remarks>
internal static class StartupHook
{
    public const string FolderVariable = "NETCONNECT_TESTS_PRELOAD";

    public static void Initialize()
    {
        foreach (string file in Directory.GetFiles(Environment.GetEnvironmentVariable(FolderVariable)!, "*.dll"))
            AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
    }
}
