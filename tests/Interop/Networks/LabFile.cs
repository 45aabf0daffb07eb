namespace NetConnect.Interop.Tests.Networks;

/// <summary>A file that another program is writing.</summary>
internal static class LabFile
{
    /// <summary>What is in it so far; nothing where it is not there yet.</summary>
    public static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
