using System.Management.Automation;
using System.Reflection;

namespace NetConnect.PowerShell.Tests.Hosting;

/// <summary>One cmdlet of the assembled module as PowerShell sees it.</summary>
internal sealed class ExportedCmdlet
{
    private static readonly Lazy<IReadOnlyList<ExportedCmdlet>> s_all = new(Read);

    private ExportedCmdlet(CmdletInfo info) => Info = info;

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<ExportedCmdlet> All => s_all.Value;

    public CmdletInfo Info { get; }

    public string Name => Info.Name;

    public Type Class => Info.ImplementingType;

    public CmdletAttribute Declaration => Class.GetCustomAttribute<CmdletAttribute>()!;

    /// <summary>The parameters that the cmdlet declares, without the common ones and those of ShouldProcess.</summary>
    public IReadOnlyList<ParameterMetadata> Parameters =>
        [.. Info.Parameters.Values.Where(p => !Cmdlet.CommonParameters.Contains(p.Name) && !Cmdlet.OptionalCommonParameters.Contains(p.Name))];

    public override string ToString() => Name;

    private static IReadOnlyList<ExportedCmdlet> Read()
    {
        using var runspace = new ModuleRunspace();
        return [.. runspace.Run("Get-Command", ("Module", "NetConnect")).Succeeded().Output
            .Select(o => new ExportedCmdlet((CmdletInfo)o.BaseObject)).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }
}
