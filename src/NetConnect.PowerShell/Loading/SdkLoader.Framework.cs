#if !NET
using System.Diagnostics;
using System.Reflection;

namespace NetConnect.PowerShell;

/// <summary>Loads AWSSDK in Windows PowerShell, where there are no load contexts: of two copies in the process the first one is
/// everybody's.</summary>
internal static class SdkLoader
{
    private static readonly string s_folder = Path.GetDirectoryName(typeof(SdkLoader).Assembly.Location)!;
    private static int s_installed;
    private static int s_warned;

    /// <summary>Answers what our own assemblies ask for from our own folder. Powershell.exe has no binding redirects for it.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref s_installed, 1) == 0)
        {
            AppDomain.CurrentDomain.AssemblyResolve += static (_, request) =>
                IsOurs(request.RequestingAssembly) ? FromFolder(request.Name) : null;
        }
    }

    /// <summary>Once: that another module's AWSSDK is loaded in place of ours, and the ways out.</summary>
    public static string? TakeWarning()
    {
        if (Interlocked.Exchange(ref s_warned, 1) != 0)
            return null;
        string ours = Path.Combine(s_folder, "AWSSDK.Core.dll");
        Assembly? other = AppDomain.CurrentDomain.GetAssemblies()
            .FirstOrDefault(assembly => assembly.GetName().Name == "AWSSDK.Core" && !IsOurs(assembly));
        // The assembly version is 4.0.0.0 in every AWSSDK 4; only the file tells.
        if (other is null || FileVersion(other.Location) == FileVersion(ours))
            return null;
        return $"AwsSdkConflict: {other.Location} (version {FileVersion(other.Location)}) is loaded in this process, and NetConnect was built "
            + $"for version {FileVersion(ours)}. Windows PowerShell cannot load both. If commands fail, use PowerShell 7, where NetConnect "
            + "keeps its own copy, or import NetConnect first, or use it in a process without AWS.Tools.";
    }

    private static bool IsOurs(Assembly? assembly) =>
        assembly is { IsDynamic: false }
        && string.Equals(Path.GetDirectoryName(assembly.Location), s_folder, StringComparison.OrdinalIgnoreCase);

    private static Assembly? FromFolder(string fullName)
    {
        string path = Path.Combine(s_folder, new AssemblyName(fullName).Name + ".dll");
        return File.Exists(path) ? Assembly.LoadFrom(path) : null;
    }

    private static string? FileVersion(string path) => FileVersionInfo.GetVersionInfo(path).FileVersion;
}
#endif
