using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace HandoffOffice.Api.Tests.Running;

/// <summary>That a method's code names a member, with the integer constant that was loaded last before it.</summary>
/// <param name="From">The type in the source that the code belongs to, also where the compiler made a class of its own for it.</param>
/// <param name="To">The member.</param>
/// <param name="Constant">The constant; null where there is none before it.</param>
internal sealed record Use(Type From, MemberInfo To, int? Constant);

/// <summary>Reads the instructions of compiled methods (ECMA-335, partition III).</summary>
internal static class Il
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    /// <summary>Everything that the code of these assemblies names.</summary>
    public static IReadOnlyList<Use> Uses(IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
            .SelectMany(Uses),
    ];

    private static IEnumerable<Use> Uses(MethodBase method)
    {
        byte[] il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type from = Outermost(method.DeclaringType ?? typeof(void));
        int? constant = null;
        int at = 0;
        while (at < il.Length)
        {
            OpCode code = Codes[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            int operand = at + code.Size;
            constant = Constant(code, il, operand) ?? constant;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok)
            {
                yield return new Use(from, Resolve(method, BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(operand))), constant);
            }

            at = operand + Size(code, il, operand);
        }
    }

    private static MemberInfo Resolve(MethodBase method, int token) =>
        method.Module.ResolveMember(
            token, method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null)
        ?? throw new BadImageFormatException($"{method} names no member with the token {token:x8}.");

    private static int? Constant(OpCode code, byte[] il, int operand) =>
        code.Value >= OpCodes.Ldc_I4_M1.Value && code.Value <= OpCodes.Ldc_I4_8.Value ? code.Value - OpCodes.Ldc_I4_0.Value
        : code == OpCodes.Ldc_I4_S ? (sbyte)il[operand]
        : code == OpCodes.Ldc_I4 ? BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(operand))
        : null;

    private static int Size(OpCode code, byte[] il, int operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(operand))),
        _ => 4,
    };

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
